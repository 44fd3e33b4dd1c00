#include "geo/paint/label_fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace tuban {

namespace {

struct Run {
    double from = 0;
    double to = 0;
};

/// Interior runs of an area along a row, left to right.
std::vector<Run> runsAt(const Geometry& area, double y) {
    std::vector<double> crossings;
    for (std::size_t part = 0; part < area.partEnds.size(); ++part) {
        const auto ring = area.part(part);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Point a = ring[i - 1];
            const Point b = ring[i];
            if ((a.y <= y) != (b.y <= y)) {
                crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        }
    }
    std::ranges::sort(crossings);
    std::vector<Run> runs;
    for (std::size_t i = 1; i < crossings.size(); i += 2) {
        runs.push_back({crossings[i - 1], crossings[i]});
    }
    return runs;
}

std::vector<Run> common(const std::vector<Run>& a, const std::vector<Run>& b) {
    std::vector<Run> both;
    for (const Run& left : a) {
        for (const Run& right : b) {
            const Run run{std::max(left.from, right.from), std::min(left.to, right.to)};
            if (run.from < run.to) {
                both.push_back(run);
            }
        }
    }
    return both;
}

/// Whether a segment meets a box: clipped against its four sides, something is left.
bool meets(Point a, Point b, const Box& box) {
    double from = 0;
    double to = 1;
    const std::array<std::pair<double, double>, 4> sides{{{a.x - b.x, a.x - box.minX},
                                                          {b.x - a.x, box.maxX - a.x},
                                                          {a.y - b.y, a.y - box.minY},
                                                          {b.y - a.y, box.maxY - a.y}}};
    for (const auto& [way, room] : sides) {
        if (way == 0) {
            if (room < 0) {
                return false;
            }
        } else if (way < 0) {
            from = std::max(from, room / way);
        } else {
            to = std::min(to, room / way);
        }
    }
    return from <= to;
}

} // namespace

AreaRoom::AreaRoom(Geometry area) : m_area(std::move(area)), m_box(m_area.box()) {}

bool AreaRoom::holds(const Box& box) const {
    if (box.minX < m_box.minX || box.maxX > m_box.maxX || box.minY < m_box.minY || box.maxY > m_box.maxY) {
        return false;
    }
    for (std::size_t part = 0; part < m_area.partEnds.size(); ++part) {
        const auto ring = m_area.part(part);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            if (meets(ring[i - 1], ring[i], box)) {
                return false;
            }
        }
    }
    return containsPoint(m_area, box.centre());
}

std::vector<Point> AreaRoom::centresFor(double width, double height) const {
    constexpr int mostRows = 9;
    std::vector<Point> centres;
    const double spare = m_box.height() - height;
    if (spare <= 0 || m_box.width() <= width) {
        return centres;
    }
    const int rows = std::clamp(static_cast<int>(spare / height) | 1, 3, mostRows);
    for (int row = 0; row < rows; ++row) {
        // 0, +1, -1, +2, -2 … from the middle
        const int step = (row % 2 == 0 ? -1 : 1) * ((row + 1) / 2);
        const double y = m_box.centre().y + step * spare / (rows + 1);
        const auto middle = runsAt(m_area, y);
        if (std::ranges::none_of(middle, [width](const Run& run) { return run.to - run.from > width; })) {
            continue;
        }
        const auto free =
            common(middle, common(runsAt(m_area, y - height / 2), runsAt(m_area, y + height / 2)));
        const auto widest = std::ranges::max_element(free, {}, [](const Run& r) { return r.to - r.from; });
        if (widest != free.end() && widest->to - widest->from > width) {
            centres.push_back({(widest->from + widest->to) / 2, y});
        }
    }
    return centres;
}

} // namespace tuban
