#include "geo/shape/region.h"

#include <algorithm>
#include <cmath>

namespace tuban {

namespace {

/// > 0: c lies left of a → b. Differences first, so that large coordinates lose nothing.
double turn(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool liesBetween(Point a, Point b, Point p) {
    return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
           p.y <= std::max(a.y, b.y);
}

/// Closed segments, so that a touch counts.
bool segmentsMeet(Point a, Point b, Point c, Point d) {
    const double c1 = turn(a, b, c);
    const double d1 = turn(a, b, d);
    const double a1 = turn(c, d, a);
    const double b1 = turn(c, d, b);
    if (((c1 > 0 && d1 < 0) || (c1 < 0 && d1 > 0)) && ((a1 > 0 && b1 < 0) || (a1 < 0 && b1 > 0))) {
        return true;
    }
    return (c1 == 0 && liesBetween(a, b, c)) || (d1 == 0 && liesBetween(a, b, d)) ||
           (a1 == 0 && liesBetween(c, d, a)) || (b1 == 0 && liesBetween(c, d, b));
}

Box boxOf(Point a, Point b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

} // namespace

Region::Region(std::vector<Point> ring) : m_ring(std::move(ring)) {
    if (m_ring.size() < 3) {
        m_ring.clear();
        return;
    }
    if (m_ring.front() != m_ring.back()) {
        m_ring.push_back(m_ring.front());
    }
    for (const Point p : m_ring) {
        m_box.add(p);
    }
    m_edges.resize(side * side);
    m_inside.resize(side * side);
    layEdges();
    fillCells();
}

Region::Cells Region::cellsOf(const Box& box) const {
    const auto cell = [](double value, double low, double extent) {
        const double place = extent > 0 ? (value - low) / extent * static_cast<double>(side) : 0;
        return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(side - 1)));
    };
    return {cell(box.minX, m_box.minX, m_box.width()),
            cell(box.minY, m_box.minY, m_box.height()),
            cell(box.maxX, m_box.minX, m_box.width()),
            cell(box.maxY, m_box.minY, m_box.height())};
}

/// Row by row, only the stretch of the edge that runs there.
void Region::layEdges() {
    const double rowHeight = m_box.height() / static_cast<double>(side);
    for (std::uint32_t edge = 0; edge + 1 < m_ring.size(); ++edge) {
        const Point a = m_ring[edge];
        const Point b = m_ring[edge + 1];
        const Box box = boxOf(a, b);
        const Cells rows = cellsOf(box);
        for (std::size_t y = rows.minY; y <= rows.maxY; ++y) {
            // A hair more than the row, so that rounding leaves no gap between cells.
            const double low = m_box.minY + (static_cast<double>(y) - 1e-6) * rowHeight;
            const double high = m_box.minY + (static_cast<double>(y) + 1 + 1e-6) * rowHeight;
            double from = box.minX;
            double to = box.maxX;
            if (b.y != a.y) {
                const double slope = (b.x - a.x) / (b.y - a.y);
                const double x1 = a.x + slope * (std::clamp(low, box.minY, box.maxY) - a.y);
                const double x2 = a.x + slope * (std::clamp(high, box.minY, box.maxY) - a.y);
                from = std::min(x1, x2);
                to = std::max(x1, x2);
            }
            const double hair = m_box.width() * 1e-8;
            const Cells cells = cellsOf({from - hair, box.minY, to + hair, box.maxY});
            for (std::size_t x = cells.minX; x <= cells.maxX; ++x) {
                m_edges[y * side + x].push_back(edge);
            }
        }
    }
}

void Region::fillCells() {
    for (std::size_t y = 0; y < side; ++y) {
        for (std::size_t x = 0; x < side; ++x) {
            const std::size_t cell = y * side + x;
            if (!m_edges[cell].empty()) {
                continue;
            }
            if (x > 0 && m_edges[cell - 1].empty()) {
                m_inside[cell] = m_inside[cell - 1]; // no edge runs between the two
                continue;
            }
            const auto middle = [](double low, double extent, std::size_t place) {
                return low + extent * (static_cast<double>(place) + 0.5) / static_cast<double>(side);
            };
            m_inside[cell] =
                containsByRing({middle(m_box.minX, m_box.width(), x), middle(m_box.minY, m_box.height(), y)});
        }
    }
}

bool Region::containsByRing(Point p) const {
    bool inside = false;
    for (std::size_t i = 1; i < m_ring.size(); ++i) {
        const Point a = m_ring[i - 1];
        const Point b = m_ring[i];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) {
            inside = !inside;
        }
    }
    return inside;
}

bool Region::contains(Point p) const {
    if (m_ring.empty() || !m_box.contains(p)) {
        return false;
    }
    const Cells at = cellsOf(boxOf(p, p));
    const std::size_t cell = at.minY * side + at.minX;
    return m_edges[cell].empty() ? m_inside[cell] != 0 : containsByRing(p);
}

bool Region::meetsEdge(Point a, Point b) const {
    const Box box = boxOf(a, b);
    if (!box.intersects(m_box)) {
        return false;
    }
    const Cells cells = cellsOf(box);
    for (std::size_t y = cells.minY; y <= cells.maxY; ++y) {
        for (std::size_t x = cells.minX; x <= cells.maxX; ++x) {
            for (const std::uint32_t edge : m_edges[y * side + x]) {
                if (segmentsMeet(a, b, m_ring[edge], m_ring[edge + 1])) {
                    return true;
                }
            }
        }
    }
    return false;
}

RegionRelation Region::relationOfBoxed(const Box& box) const {
    if (m_ring.empty() || box.empty() || !box.intersects(m_box)) {
        return RegionRelation::Apart;
    }
    const Cells cells = cellsOf(box);
    for (std::size_t y = cells.minY; y <= cells.maxY; ++y) {
        for (std::size_t x = cells.minX; x <= cells.maxX; ++x) {
            if (!m_edges[y * side + x].empty()) {
                return RegionRelation::Crossed;
            }
        }
    }
    return m_inside[cells.minY * side + cells.minX] != 0 ? RegionRelation::Inside : RegionRelation::Apart;
}

RegionRelation Region::relationOf(const Geometry& shape) const {
    if (m_ring.empty() || shape.empty()) {
        return RegionRelation::Apart;
    }
    std::size_t partsInside = 0;
    for (std::size_t part = 0; part < shape.partEnds.size(); ++part) {
        const auto points = shape.part(part);
        for (std::size_t i = 1; i < points.size(); ++i) {
            if (meetsEdge(points[i - 1], points[i])) {
                return RegionRelation::Crossed;
            }
        }
        partsInside += contains(points.front()) ? 1U : 0U;
    }
    if (partsInside == shape.partEnds.size()) {
        return RegionRelation::Inside;
    }
    if (partsInside > 0 || (shape.kind == ShapeKind::Area && containsPoint(shape, m_ring.front()))) {
        return RegionRelation::Crossed;
    }
    return RegionRelation::Apart;
}

} // namespace tuban
