#include "geo/measure/nearest.h"

#include "geo/measure/crossing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace tuban {

namespace {

constexpr double farAway = std::numeric_limits<double>::infinity();

double squareToSegment(Point p, Point a, Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
    const double ex = a.x + t * dx - p.x;
    const double ey = a.y + t * dy - p.y;
    return ex * ex + ey * ey;
}

bool meet(Point a, Point b, Point c, Point d) {
    return boxesMeet(a, b, c, d) && orientation(a, b, c) * orientation(a, b, d) <= 0 &&
           orientation(c, d, a) * orientation(c, d, b) <= 0;
}

double squareBetween(Point a, Point b, Point c, Point d) {
    if (meet(a, b, c, d)) {
        return 0;
    }
    return std::min({squareToSegment(a, c, d),
                     squareToSegment(b, c, d),
                     squareToSegment(c, a, b),
                     squareToSegment(d, a, b)});
}

bool contains(const AreaView& area, Point p) {
    bool inside = false;
    area.forEachRing([&](std::span<const Point> ring, bool) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Point a = ring[i - 1];
            const Point b = ring[i];
            if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) {
                inside = !inside;
            }
        }
    });
    return inside;
}

double squareBetween(const Box& first, const Box& second) {
    const double dx = std::max({0.0, first.minX - second.maxX, second.minX - first.maxX});
    const double dy = std::max({0.0, first.minY - second.maxY, second.minY - first.maxY});
    return dx * dx + dy * dy;
}

/// The least square distance of a run of points, joined or not, to the edges of an Area.
double squareToEdges(const AreaView& area, std::span<const Point> run) {
    double least = farAway;
    area.forEachRing([&](std::span<const Point> ring, bool) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            if (run.size() == 1) {
                least = std::min(least, squareToSegment(run.front(), ring[i - 1], ring[i]));
            }
            for (std::size_t j = 1; j < run.size(); ++j) {
                least = std::min(least, squareBetween(ring[i - 1], ring[i], run[j - 1], run[j]));
            }
        }
    });
    return least;
}

} // namespace

double distanceBetween(const AreaView& area, const Geometry& shape) {
    if (area.empty() || shape.empty()) {
        return farAway;
    }
    const auto begins = [](std::size_t part, const Geometry& of) { return of.part(part).front(); };
    double least = farAway;
    for (std::size_t part = 0; part < shape.partEnds.size() && least > 0; ++part) {
        least =
            contains(area, begins(part, shape)) ? 0 : std::min(least, squareToEdges(area, shape.part(part)));
    }
    if (shape.kind == ShapeKind::Area && least > 0) {
        area.forEachRing([&](std::span<const Point> ring, bool shell) {
            if (shell && containsPoint(shape, ring.front())) {
                least = 0;
            }
        });
    }
    return std::sqrt(least);
}

NearestShape::NearestShape(std::span<const Geometry> shapes) : m_shapes(shapes) {
    m_boxes.reserve(shapes.size());
    for (const Geometry& shape : shapes) {
        m_boxes.push_back(shape.box());
    }
}

NearestShape::Answer NearestShape::to(const AreaView& area) const {
    // Nearest boxes first: a box is never farther than its shape.
    std::vector<std::pair<double, std::uint32_t>> order;
    order.reserve(m_boxes.size());
    for (std::uint32_t i = 0; i < m_boxes.size(); ++i) {
        if (!m_boxes[i].empty()) {
            order.emplace_back(squareBetween(area.box, m_boxes[i]), i);
        }
    }
    std::ranges::make_heap(order, std::ranges::greater{});
    Answer best{.index = -1, .distanceM = farAway};
    while (!order.empty() && std::sqrt(order.front().first) <= best.distanceM) {
        const std::uint32_t index = order.front().second;
        std::ranges::pop_heap(order, std::ranges::greater{});
        order.pop_back();
        const double distanceM = distanceBetween(area, m_shapes[index]);
        if (distanceM < best.distanceM || (distanceM == best.distanceM && std::cmp_less(index, best.index))) {
            best = {.index = index, .distanceM = distanceM};
        }
    }
    return best;
}

} // namespace tuban
