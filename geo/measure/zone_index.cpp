#include "geo/measure/zone_index.h"

#include "geo/measure/crossing.h"
#include "geo/shape/ring.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tuban {

namespace {

Point minus(Point p, Point origin) {
    return {.x = p.x - origin.x, .y = p.y - origin.y};
}

/// Winding of an Area about a point that is thought shifted by (ε, ε²).
int windingAboutShifted(const AreaView& area, Point c) {
    if (c.x < area.box.minX || c.x > area.box.maxX || c.y < area.box.minY || c.y > area.box.maxY) {
        return 0;
    }
    int winding = 0;
    area.forEachRing([&](std::span<const Point> ring, bool shell) {
        int turns = 0;
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Point a = ring[i - 1];
            const Point b = ring[i];
            if ((a.y > c.y) != (b.y > c.y)) {
                const int side = sideOfShifted(a, b, c);
                turns += b.y > c.y ? (side > 0 ? 1 : 0) : (side < 0 ? -1 : 0);
            }
        }
        winding += shell ? std::abs(turns) : -std::abs(turns);
    });
    return winding;
}

/// Whether both edges lie on one line, point the same way and have a stretch in common.
bool runAlong(Point a, Point b, Point c, Point d) {
    if (orientation(a, b, c) != 0 || orientation(a, b, d) != 0) {
        return false;
    }
    const auto along = [&](Point p) { return (p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y); };
    return along(c) < along(d) && along(c) < along(b) && along(d) > 0;
}

/// Adds the integrals of the common part. `Edges`: those of the zone that may pass the area.
/// `reach`: a box around them, beyond which nothing is crossed. `windingAt`: of the zone about a corner of
/// the area.
template <class Edges, class Winding>
Moments integrate(const AreaView& area, const Edges& edges, const Box& reach, const Winding& windingAt) {
    Moments sum;
    const Point origin = area.box.centre();
    area.forEachRing([&](std::span<const Point> ring, bool shell) {
        if (ring.empty()) {
            return;
        }
        const double weight = (signedRingArea(ring) > 0) == shell ? 1 : -1;
        int winding = windingAt(ring.front());
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Point a = ring[i - 1];
            const Point b = ring[i];
            if (a == b) {
                continue;
            }
            const Point end = minus(b, origin);
            if (winding != 0) {
                sum.addTriangle(minus(a, origin), end, weight * winding);
            }
            if (!boxesMeet(a, b, {reach.minX, reach.minY}, {reach.maxX, reach.maxY})) {
                continue;
            }
            edges([&](Point c, Point d) {
                const int enters = crossingSign(a, b, c, d);
                if (enters == 0) {
                    return;
                }
                const Point x = minus(crossingPoint(a, b, c, d), origin);
                sum.addTriangle(x, end, weight * enters);
                sum.addTriangle(x, minus(d, origin), -weight * enters);
                winding += enters;
            });
        }
    });
    edges([&](Point c, Point d) {
        if (const int winding = windingAboutShifted(area, c); winding != 0) {
            sum.addTriangle(minus(c, origin), minus(d, origin), winding);
        }
    });
    return sum;
}

} // namespace

ZoneIndex::ZoneIndex(const AreaView& zone) : m_box(zone.box) {
    addEdges(zone);
    if (m_edges.empty()) {
        m_box = {};
        return;
    }
    // About one cell an edge.
    const double cells = std::clamp(static_cast<double>(m_edges.size()), 1.0, 4e6);
    const double side = std::max({std::sqrt(m_box.width() * m_box.height() / cells),
                                  std::max(m_box.width(), m_box.height()) / 4000,
                                  1e-6});
    m_cellSize = side;
    m_columns = static_cast<int>(m_box.width() / side) + 1;
    m_rows = static_cast<int>(m_box.height() / side) + 1;
    m_seen.assign(m_edges.size(), 0);
    fillGrid();
    fillWindings();
}

void ZoneIndex::addEdges(const AreaView& zone) {
    zone.forEachRing([this](std::span<const Point> ring, bool shell) {
        const bool forward = (signedRingArea(ring) > 0) == shell;
        for (std::size_t i = 1; i < ring.size(); ++i) {
            if (ring[i - 1] != ring[i]) {
                m_edges.push_back(forward ? Edge{.from = ring[i - 1], .to = ring[i]}
                                          : Edge{.from = ring[i], .to = ring[i - 1]});
            }
        }
    });
}

int ZoneIndex::column(double x) const {
    return static_cast<int>(std::clamp((x - m_box.minX) / m_cellSize, 0.0, m_columns - 1.0));
}

int ZoneIndex::row(double y) const {
    return static_cast<int>(std::clamp((y - m_box.minY) / m_cellSize, 0.0, m_rows - 1.0));
}

std::size_t ZoneIndex::cell(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
           static_cast<std::size_t>(column);
}

Point ZoneIndex::centre(int column, int row) const {
    return {.x = m_box.minX + (column + 0.5) * m_cellSize, .y = m_box.minY + (row + 0.5) * m_cellSize};
}

/// Each cell that the edge may touch, row by row, with a margin for rounding.
template <class Visit>
void ZoneIndex::forCells(const Edge& edge, Visit&& visit) const {
    const double margin = m_cellSize * 1e-6;
    const Point low = edge.from.y <= edge.to.y ? edge.from : edge.to;
    const Point high = edge.from.y <= edge.to.y ? edge.to : edge.from;
    const int last = row(high.y + margin);
    for (int r = row(low.y - margin); r <= last; ++r) {
        const double bottom = std::max(m_box.minY + r * m_cellSize - margin, low.y);
        const double top = std::min(m_box.minY + (r + 1) * m_cellSize + margin, high.y);
        const auto xAt = [&](double y) {
            const double t = high.y > low.y ? std::clamp((y - low.y) / (high.y - low.y), 0.0, 1.0) : 0;
            return low.x + t * (high.x - low.x);
        };
        const bool flat = !(high.y > low.y);
        const double first = flat ? low.x : xAt(bottom);
        const double second = flat ? high.x : xAt(top);
        const int right = column(std::max(first, second) + margin);
        for (int c = column(std::min(first, second) - margin); c <= right; ++c) {
            visit(cell(c, r));
        }
    }
}

void ZoneIndex::fillGrid() {
    const std::size_t cells = static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows);
    m_cellStarts.assign(cells + 1, 0);
    for (const Edge& edge : m_edges) {
        forCells(edge, [this](std::size_t at) { ++m_cellStarts[at + 1]; });
    }
    for (std::size_t i = 1; i <= cells; ++i) {
        m_cellStarts[i] += m_cellStarts[i - 1];
    }
    m_cellEdges.resize(m_cellStarts.back());
    std::vector<std::uint32_t> next(m_cellStarts.begin(), m_cellStarts.end() - 1);
    for (std::uint32_t i = 0; i < m_edges.size(); ++i) {
        forCells(m_edges[i], [&](std::size_t at) { m_cellEdges[next[at]++] = i; });
    }
}

std::span<const std::uint32_t> ZoneIndex::edgesIn(std::size_t cell) const {
    return std::span(m_cellEdges).subspan(m_cellStarts[cell], m_cellStarts[cell + 1] - m_cellStarts[cell]);
}

int ZoneIndex::crossings(Point from, Point to, std::size_t cell) const {
    int sum = 0;
    if (from != to) {
        for (const std::uint32_t edge : edgesIn(cell)) {
            sum += crossingSign(from, to, m_edges[edge].from, m_edges[edge].to);
        }
    }
    return sum;
}

/// From the left border of each row the winding is carried from centre to centre.
void ZoneIndex::fillWindings() {
    m_windings.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
    for (int r = 0; r < m_rows; ++r) {
        Point at{.x = m_box.minX - m_cellSize, .y = centre(0, r).y};
        int winding = 0;
        for (int c = 0; c < m_columns; ++c) {
            const Point middle = centre(c, r);
            winding += crossings(at, middle, cell(c, r));
            m_windings[cell(c, r)] = static_cast<std::int8_t>(winding);
            const Point border{.x = m_box.minX + (c + 1) * m_cellSize, .y = middle.y};
            winding += crossings(middle, border, cell(c, r));
            at = border;
        }
    }
}

int ZoneIndex::windingAt(Point position) const {
    if (!m_box.contains(position)) {
        return 0;
    }
    const int c = column(position.x);
    const int r = row(position.y);
    return m_windings[cell(c, r)] + crossings(centre(c, r), position, cell(c, r));
}

ZoneIndex::Cells ZoneIndex::cellsOf(const Box& box) const {
    const double margin = m_cellSize * 1e-6;
    return {.left = column(box.minX - margin),
            .bottom = row(box.minY - margin),
            .right = column(box.maxX + margin),
            .top = row(box.maxY + margin)};
}

ZoneIndex::Place ZoneIndex::placeOf(const Box& box) const {
    if (m_edges.empty() || box.empty() || !m_box.intersects(box)) {
        return Place::Outside;
    }
    const Cells cells = cellsOf(box);
    for (int r = cells.bottom; r <= cells.top; ++r) {
        // The cells of a row lie behind each other.
        if (m_cellStarts[cell(cells.left, r)] != m_cellStarts[cell(cells.right, r) + 1]) {
            return Place::Mixed;
        }
    }
    const bool whole =
        box.minX >= m_box.minX && box.maxX <= m_box.maxX && box.minY >= m_box.minY && box.maxY <= m_box.maxY;
    if (m_windings[cell(cells.left, cells.bottom)] == 0) {
        return Place::Outside;
    }
    return whole ? Place::Inside : Place::Mixed;
}

/// The edges of the zone in the cells of a box, each once.
void ZoneIndex::gather(const Box& box) {
    m_near.clear();
    ++m_gathering;
    const Cells cells = cellsOf(box);
    for (int r = cells.bottom; r <= cells.top; ++r) {
        for (int c = cells.left; c <= cells.right; ++c) {
            for (const std::uint32_t edge : edgesIn(cell(c, r))) {
                const Point a = m_edges[edge].from;
                const Point b = m_edges[edge].to;
                if (m_seen[edge] != m_gathering && std::min(a.x, b.x) <= box.maxX &&
                    std::max(a.x, b.x) >= box.minX && std::min(a.y, b.y) <= box.maxY &&
                    std::max(a.y, b.y) >= box.minY) {
                    m_seen[edge] = m_gathering;
                    m_near.push_back(edge);
                }
            }
        }
    }
}

Moments ZoneIndex::inside(const AreaView& area) {
    const Place place = placeOf(area.box);
    if (place == Place::Outside) {
        return {};
    }
    if (place == Place::Inside) {
        return momentsOf(area, area.box.centre());
    }
    gather(area.box);
    const auto edges = [this](const auto& visit) {
        for (const std::uint32_t edge : m_near) {
            visit(m_edges[edge].from, m_edges[edge].to);
        }
    };
    Box reach;
    edges([&reach](Point c, Point d) {
        reach.add(c);
        reach.add(d);
    });
    return integrate(area, edges, reach, [this](Point corner) { return windingAt(corner); });
}

double ZoneIndex::lengthInside(std::span<const Point> line) {
    Box box;
    for (const Point p : line) {
        box.add(p);
    }
    if (placeOf(box) == Place::Outside) {
        return 0;
    }
    gather(box);
    return lengthAmongNear(line);
}

double ZoneIndex::lengthAmongNear(std::span<const Point> line) const {
    const auto length = [](Point p, Point q) { return std::hypot(q.x - p.x, q.y - p.y); };
    double sum = 0;
    int winding = windingAt(line.front());
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point a = line[i - 1];
        const Point b = line[i];
        if (a == b) {
            continue;
        }
        sum += winding * length(a, b);
        for (const std::uint32_t edge : m_near) {
            const auto [c, d] = m_edges[edge];
            const int enters = crossingSign(a, b, c, d);
            if (enters != 0) {
                sum += enters * length(crossingPoint(a, b, c, d), b);
                winding += enters;
            }
        }
    }
    return sum;
}

bool ZoneIndex::mayLieLeftOf(Point from, Point to) {
    Box box;
    box.add(from);
    box.add(to);
    const Place place = placeOf(box);
    if (place != Place::Mixed) {
        return place == Place::Inside;
    }
    gather(box);
    const std::array line{from, to};
    return std::ranges::any_of(m_near,
                               [&](std::uint32_t edge) {
                                   return runAlong(from, to, m_edges[edge].from, m_edges[edge].to);
                               }) ||
           lengthAmongNear(line) > 0;
}

Moments commonPart(const AreaView& first, const AreaView& second) {
    if (!first.box.intersects(second.box)) {
        return {};
    }
    const auto edges = [&](const auto& visit) {
        second.forEachRing([&](std::span<const Point> ring, bool shell) {
            const bool forward = (signedRingArea(ring) > 0) == shell;
            for (std::size_t i = 1; i < ring.size(); ++i) {
                if (ring[i - 1] != ring[i]) {
                    visit(forward ? ring[i - 1] : ring[i], forward ? ring[i] : ring[i - 1]);
                }
            }
        });
    };
    const auto windingAt = [&](Point corner) {
        int winding = 0;
        second.forEachRing([&](std::span<const Point> ring, bool shell) {
            int turns = 0;
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const Point c = ring[i - 1];
                const Point d = ring[i];
                // The shifted ends lie above the corner when they are level with it.
                if ((c.y >= corner.y) != (d.y >= corner.y)) {
                    const int side = sideOfShiftedLine(c, d, corner);
                    turns += d.y >= corner.y ? (side > 0 ? 1 : 0) : (side < 0 ? -1 : 0);
                }
            }
            winding += shell ? std::abs(turns) : -std::abs(turns);
        });
        return winding;
    };
    return integrate(first, edges, second.box, windingAt);
}

} // namespace tuban
