#include "geo/paint/label_place.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace tuban {

namespace {

constexpr double degree = std::numbers::pi / 180.0;

/// The label with its centre and angle, and the upright box that follows from them.
PlacedLabel placedAt(PlacedLabel label, Point centre, double angleDegrees) {
    const double c = std::abs(std::cos(angleDegrees * degree));
    const double s = std::abs(std::sin(angleDegrees * degree));
    const double halfWidth = (label.size.width * c + label.size.height * s) / 2;
    const double halfHeight = (label.size.width * s + label.size.height * c) / 2;
    label.centre = centre;
    label.angleDegrees = angleDegrees;
    label.box = {centre.x - halfWidth, centre.y - halfHeight, centre.x + halfWidth, centre.y + halfHeight};
    return label;
}

double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// A line on the screen with the way along it at each point.
struct Track {
    std::vector<Point> points;
    std::vector<double> way;

    explicit Track(std::vector<Point> line) : points(std::move(line)) {
        double sum = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            sum += i == 0 ? 0 : distance(points[i - 1], points[i]);
            way.push_back(sum);
        }
    }
    [[nodiscard]] double length() const { return way.empty() ? 0 : way.back(); }
    [[nodiscard]] Point at(double along) const {
        const auto next = std::ranges::lower_bound(way, along) - way.begin();
        const auto i = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(next, 1, std::ssize(way) - 1));
        const double span = way[i] - way[i - 1];
        const double share = span > 0 ? (along - way[i - 1]) / span : 0;
        return {points[i - 1].x + share * (points[i].x - points[i - 1].x),
                points[i - 1].y + share * (points[i].y - points[i - 1].y)};
    }
    /// Farthest that the line between two ways strays from the straight line between their places.
    [[nodiscard]] double strayBetween(double from, double to) const {
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
};

} // namespace

LabelPlaces::LabelPlaces(const View& view)
    : m_view(view),
      m_columns(static_cast<std::size_t>(view.widthPx() / cellPx) + 1),
      m_rows(static_cast<std::size_t>(view.heightPx() / cellPx) + 1),
      m_cells(m_columns * m_rows) {}

void LabelPlaces::block(const Box& boxPx) {
    const auto cell = [](double value, std::size_t cells) {
        return static_cast<std::size_t>(std::clamp(value / cellPx, 0.0, static_cast<double>(cells - 1)));
    };
    for (std::size_t row = cell(boxPx.minY, m_rows); row <= cell(boxPx.maxY, m_rows); ++row) {
        for (std::size_t column = cell(boxPx.minX, m_columns); column <= cell(boxPx.maxX, m_columns);
             ++column) {
            m_cells[row * m_columns + column].push_back(boxPx);
        }
    }
}

bool LabelPlaces::isFree(const Box& boxPx) const {
    if (boxPx.minX < 0 || boxPx.minY < 0 || boxPx.maxX > m_view.widthPx() || boxPx.maxY > m_view.heightPx()) {
        return false;
    }
    for (auto row = static_cast<std::size_t>(boxPx.minY / cellPx);
         row <= static_cast<std::size_t>(boxPx.maxY / cellPx);
         ++row) {
        for (auto column = static_cast<std::size_t>(boxPx.minX / cellPx);
             column <= static_cast<std::size_t>(boxPx.maxX / cellPx);
             ++column) {
            const auto& blocked = m_cells[row * m_columns + column];
            if (std::ranges::any_of(blocked, [&](const Box& other) { return other.intersects(boxPx); })) {
                return false;
            }
        }
    }
    return true;
}

bool LabelPlaces::find(const DisplayLayer& layer,
                       std::size_t index,
                       PlacedLabel& label,
                       const std::function<bool(const PlacedLabel&)>& accept) const {
    std::vector<PlacedLabel> places;
    switch (layer.snapshot->kind) {
    case ShapeKind::Point:
        places = besidePoint(m_view.screenFromWorld(layer.box(index).centre()), label);
        break;
    case ShapeKind::Line:
        places = alongLine(layer.geometry(index), label);
        break;
    case ShapeKind::Area:
        places = insideArea(layer.geometry(index), label);
        break;
    }
    const auto found = std::ranges::find_if(places, accept);
    if (found == places.end()) {
        return false;
    }
    label = *found;
    return true;
}

std::vector<PlacedLabel> LabelPlaces::besidePoint(Point sign, const PlacedLabel& label) const {
    constexpr double gap = 10;
    const double aside = gap + label.size.width / 2;
    const double above = gap + label.size.height / 2;
    return {placedAt(label, {sign.x + aside, sign.y}, 0),
            placedAt(label, {sign.x - aside, sign.y}, 0),
            placedAt(label, {sign.x, sign.y - above}, 0),
            placedAt(label, {sign.x, sign.y + above}, 0)};
}

std::vector<PlacedLabel> LabelPlaces::alongLine(const Geometry& line, const PlacedLabel& label) const {
    std::vector<PlacedLabel> places;
    constexpr double mostStrayPx = 5;
    for (std::size_t part = 0; part < line.partEnds.size(); ++part) {
        std::vector<Point> screen;
        for (const Point p : line.part(part)) {
            screen.push_back(m_view.screenFromWorld(p));
        }
        const Track track(std::move(screen));
        const double half = label.size.width / 2 + 4;
        if (track.points.size() < 2 || track.length() < 2 * half) {
            continue;
        }
        for (const double share : {0.5, 0.35, 0.65, 0.2, 0.8}) {
            const double middle = std::clamp(share * track.length(), half, track.length() - half);
            if (track.strayBetween(middle - half, middle + half) > mostStrayPx) {
                continue;
            }
            const Point a = track.at(middle - half);
            const Point b = track.at(middle + half);
            double angle = std::atan2(b.y - a.y, b.x - a.x) / degree;
            angle += angle > 90 ? -180 : (angle <= -90 ? 180 : 0);
            places.push_back(placedAt(label, {(a.x + b.x) / 2, (a.y + b.y) / 2}, angle));
        }
    }
    return places;
}

std::vector<PlacedLabel> LabelPlaces::insideArea(const Geometry& area, const PlacedLabel& label) const {
    const Box box = area.box();
    if (box.width() * m_view.pixelsPerWorld() < label.size.width && m_view.isNorthUp()) {
        return {};
    }
    const auto fits = [&](const PlacedLabel& at) {
        const std::array<Point, 6> edge{Point{at.box.minX, at.box.minY},
                                        {at.box.maxX, at.box.minY},
                                        {at.box.minX, at.box.maxY},
                                        {at.box.maxX, at.box.maxY},
                                        {at.box.minX, at.centre.y},
                                        {at.box.maxX, at.centre.y}};
        return std::ranges::all_of(edge,
                                   [&](Point p) { return containsPoint(area, m_view.worldFromScreen(p)); });
    };
    std::vector<PlacedLabel> places;
    for (const Point anchor : {anchorOf(area), box.centre()}) {
        PlacedLabel at = placedAt(label, m_view.screenFromWorld(anchor), 0);
        if (fits(at)) {
            places.push_back(std::move(at));
        }
    }
    return places;
}

} // namespace tuban
