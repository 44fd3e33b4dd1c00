#include "geo/paint/label_track.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tuban {

namespace {

bool isTilted(const View& view) {
    return view.matrix()[6] != 0 || view.matrix()[7] != 0;
}

double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

} // namespace

LabelTrack::LabelTrack(std::vector<Point> points) : m_points(std::move(points)) {
    double sum = 0;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        sum += i == 0 ? 0 : distance(m_points[i - 1], m_points[i]);
        m_way.push_back(sum);
    }
}

Point LabelTrack::at(double along) const {
    const auto next = std::ranges::lower_bound(m_way, along) - m_way.begin();
    const auto i = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(next, 1, std::ssize(m_way) - 1));
    const double span = m_way[i] - m_way[i - 1];
    const double share = span > 0 ? (along - m_way[i - 1]) / span : 0;
    return {m_points[i - 1].x + share * (m_points[i].x - m_points[i - 1].x),
            m_points[i - 1].y + share * (m_points[i].y - m_points[i - 1].y)};
}

double LabelTrack::strayBetween(double from, double to) const {
    const Point a = at(from);
    const Point b = at(to);
    const double length = std::max(distance(a, b), 1e-9);
    double farthest = 0;
    for (double along = from; along < to; along += 8) {
        const Point p = at(along);
        farthest =
            std::max(farthest, std::abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length);
    }
    return farthest;
}

std::vector<LabelTrack> tracksOf(std::span<const Point> line, const View& view) {
    std::vector<LabelTrack> tracks;
    std::vector<Point> run;
    const auto close = [&] {
        if (run.size() >= 2) {
            tracks.emplace_back(std::move(run));
        }
        run.clear();
    };
    const Box seen = isTilted(view) ? view.worldBox(view.widthPx() / 4) : Box{0, 0, 1, 1};
    for (const Point p : line) {
        if (seen.contains(p)) {
            run.push_back(view.screenFromWorld(p));
        } else {
            close();
        }
    }
    close();
    return tracks;
}

} // namespace tuban
