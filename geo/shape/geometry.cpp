#include "geo/shape/geometry.h"

#include "geo/shape/ring.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace tuban {

namespace {

/// Calls `visit(first point, last point)` for the ends of each part's edges.
template <class Visit>
void forEachEdge(const Geometry& geometry, std::size_t partBegin, std::size_t partEnd, Visit visit) {
    for (std::size_t part = partBegin; part < partEnd; ++part) {
        const auto points = geometry.part(part);
        for (std::size_t i = 1; i < points.size(); ++i) {
            visit(points[i - 1], points[i]);
        }
    }
}

double distanceToSegment(Point p, Point a, Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double along = squared > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared : 0;
    const double t = std::clamp(along, 0.0, 1.0);
    return std::hypot(p.x - (a.x + t * dx), p.y - (a.y + t * dy));
}

double lengthOf(std::span<const Point> line) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    }
    return length;
}

Point middleOf(std::span<const Point> line) {
    double left = lengthOf(line) / 2;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point a = line[i - 1];
        const Point b = line[i];
        const double step = std::hypot(b.x - a.x, b.y - a.y);
        if (step > 0 && step >= left) {
            return {a.x + (b.x - a.x) * left / step, a.y + (b.y - a.y) * left / step};
        }
        left -= step;
    }
    return line.front();
}

/// A height between two neighbouring vertex heights around the middle, so that it meets no vertex.
double scanHeight(const Geometry& area, std::size_t partBegin, std::size_t partEnd) {
    Box box;
    for (std::size_t part = partBegin; part < partEnd; ++part) {
        for (const Point p : area.part(part)) {
            box.add(p);
        }
    }
    const double middle = box.centre().y;
    double below = box.minY;
    double above = box.maxY;
    for (std::size_t part = partBegin; part < partEnd; ++part) {
        for (const Point p : area.part(part)) {
            below = p.y <= middle ? std::max(below, p.y) : below;
            above = p.y > middle ? std::min(above, p.y) : above;
        }
    }
    return (below + above) / 2;
}

/// A point inside the polygon whose rings are the given parts.
Point insideOf(const Geometry& area, std::size_t partBegin, std::size_t partEnd) {
    const double y = scanHeight(area, partBegin, partEnd);
    std::vector<double> crossings;
    forEachEdge(area, partBegin, partEnd, [&](Point a, Point b) {
        if ((a.y > y) != (b.y > y)) {
            crossings.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
        }
    });
    std::ranges::sort(crossings);
    Point best = area.part(partBegin).front();
    double widest = -1;
    for (std::size_t i = 1; i < crossings.size(); i += 2) {
        if (crossings[i] - crossings[i - 1] > widest) {
            widest = crossings[i] - crossings[i - 1];
            best = {(crossings[i] + crossings[i - 1]) / 2, y};
        }
    }
    return best;
}

Point anchorOfArea(const Geometry& area) {
    std::size_t begin = 0;
    std::size_t bestBegin = 0;
    std::size_t bestEnd = area.polygonEnds.front();
    double largest = -1;
    for (const std::size_t end : area.polygonEnds) {
        const double shell = std::abs(signedRingArea(area.part(begin)));
        if (shell > largest) {
            largest = shell;
            bestBegin = begin;
            bestEnd = end;
        }
        begin = end;
    }
    return insideOf(area, bestBegin, bestEnd);
}

std::uint32_t index32(std::size_t count) {
    assert(count <= std::numeric_limits<std::uint32_t>::max());
    return static_cast<std::uint32_t>(count);
}

} // namespace

void Box::add(Point p) {
    if (empty()) {
        *this = {p.x, p.y, p.x, p.y};
        return;
    }
    minX = std::min(minX, p.x);
    minY = std::min(minY, p.y);
    maxX = std::max(maxX, p.x);
    maxY = std::max(maxY, p.y);
}

void Box::add(const Box& other) {
    if (!other.empty()) {
        add(Point{other.minX, other.minY});
        add(Point{other.maxX, other.maxY});
    }
}

Box Box::grown(double margin) const {
    return empty() ? *this : Box{minX - margin, minY - margin, maxX + margin, maxY + margin};
}

Box Geometry::box() const {
    Box all;
    for (const Point p : points) {
        all.add(p);
    }
    return all;
}

std::span<const Point> Geometry::part(std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : partEnds[index - 1];
    return std::span(points).subspan(begin, partEnds[index] - begin);
}

Geometry makePoint(Point position) {
    return {.kind = ShapeKind::Point, .points = {position}, .partEnds = {1}, .polygonEnds = {}};
}

Geometry makeLine(const std::vector<std::vector<Point>>& lines) {
    Geometry geometry{.kind = ShapeKind::Line, .points = {}, .partEnds = {}, .polygonEnds = {}};
    for (const auto& line : lines) {
        assert(line.size() >= 2);
        geometry.points.insert(geometry.points.end(), line.begin(), line.end());
        geometry.partEnds.push_back(index32(geometry.points.size()));
    }
    return geometry;
}

Geometry makePolygon(const std::vector<std::vector<Point>>& rings) {
    Geometry geometry{.kind = ShapeKind::Area, .points = {}, .partEnds = {}, .polygonEnds = {}};
    for (const auto& ring : rings) {
        assert(ring.size() >= 3);
        geometry.points.insert(geometry.points.end(), ring.begin(), ring.end());
        if (ring.front() != ring.back()) {
            geometry.points.push_back(ring.front());
        }
        geometry.partEnds.push_back(index32(geometry.points.size()));
    }
    geometry.polygonEnds.push_back(index32(geometry.partEnds.size()));
    return geometry;
}

void append(Geometry& geometry, const Geometry& other) {
    assert(geometry.empty() || geometry.kind == other.kind);
    geometry.kind = other.kind;
    const auto pointBase = index32(geometry.points.size());
    const auto partBase = index32(geometry.partEnds.size());
    geometry.points.insert(geometry.points.end(), other.points.begin(), other.points.end());
    for (const auto end : other.partEnds) {
        geometry.partEnds.push_back(pointBase + end);
    }
    for (const auto end : other.polygonEnds) {
        geometry.polygonEnds.push_back(partBase + end);
    }
}

bool containsPoint(const Geometry& area, Point position) {
    bool inside = false;
    forEachEdge(area, 0, area.partEnds.size(), [&](Point a, Point b) {
        if ((a.y > position.y) != (b.y > position.y) &&
            position.x < a.x + (b.x - a.x) * (position.y - a.y) / (b.y - a.y)) {
            inside = !inside;
        }
    });
    return inside;
}

double distanceTo(const Geometry& geometry, Point position) {
    if (geometry.kind == ShapeKind::Area && containsPoint(geometry, position)) {
        return 0;
    }
    double nearest = std::numeric_limits<double>::infinity();
    if (geometry.kind == ShapeKind::Point) {
        for (const Point p : geometry.points) {
            nearest = std::min(nearest, std::hypot(p.x - position.x, p.y - position.y));
        }
        return nearest;
    }
    forEachEdge(geometry, 0, geometry.partEnds.size(), [&](Point a, Point b) {
        nearest = std::min(nearest, distanceToSegment(position, a, b));
    });
    return nearest;
}

Point anchorOf(const Geometry& geometry) {
    if (geometry.empty()) {
        return {};
    }
    if (geometry.kind == ShapeKind::Area) {
        return anchorOfArea(geometry);
    }
    if (geometry.kind == ShapeKind::Point) {
        return geometry.points.front();
    }
    std::size_t longest = 0;
    for (std::size_t part = 1; part < geometry.partEnds.size(); ++part) {
        if (lengthOf(geometry.part(part)) > lengthOf(geometry.part(longest))) {
            longest = part;
        }
    }
    return middleOf(geometry.part(longest));
}

} // namespace tuban
