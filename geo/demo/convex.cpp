#include "geo/demo/convex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tuban {

namespace {

constexpr double onEdgeM = 1e-6;

/// How far `p` lies left of the line through `at`.
double side(Point p, Point at, Point direction) {
    return direction.x * (p.y - at.y) - direction.y * (p.x - at.x);
}

} // namespace

double areaOf(const Convex& polygon) {
    double twice = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point a = polygon[i];
        const Point b = polygon[(i + 1) % polygon.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

std::pair<Convex, Convex> split(const Convex& polygon, Point at, Point direction) {
    Convex left;
    Convex right;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point a = polygon[i];
        const Point b = polygon[(i + 1) % polygon.size()];
        const double sideA = side(a, at, direction);
        const double sideB = side(b, at, direction);
        if (sideA >= 0) {
            left.push_back(a);
        }
        if (sideA <= 0) {
            right.push_back(a);
        }
        if ((sideA > 0 && sideB < 0) || (sideA < 0 && sideB > 0)) {
            const double t = sideA / (sideA - sideB);
            const Point met{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
            left.push_back(met);
            right.push_back(met);
        }
    }
    return {left.size() < 3 ? Convex() : left, right.size() < 3 ? Convex() : right};
}

std::pair<Convex, Convex> splitShare(const Convex& polygon, double share, Point direction) {
    const Point across = leftOf(direction);
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const Point p : polygon) {
        const double along = p.x * across.x + p.y * across.y;
        low = std::min(low, along);
        high = std::max(high, along);
    }
    const double wanted = areaOf(polygon) * share;
    for (int round = 0; round < 30; ++round) {
        const double middle = (low + high) / 2;
        const auto left = split(polygon, moved({0, 0}, across, middle), direction).first;
        (areaOf(left) > wanted ? low : high) = middle;
    }
    return split(polygon, moved({0, 0}, across, (low + high) / 2), direction);
}

std::vector<Point> noded(const std::vector<Point>& polygon, const std::vector<Point>& candidates) {
    std::vector<Point> ring;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point a = polygon[i];
        const Point b = polygon[(i + 1) % polygon.size()];
        const Point direction = directionOf(a, b);
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        std::vector<std::pair<double, Point>> between;
        for (const Point p : candidates) {
            const double along = (p.x - a.x) * direction.x + (p.y - a.y) * direction.y;
            if (along > onEdgeM && along < length - onEdgeM && std::abs(side(p, a, direction)) < onEdgeM) {
                between.emplace_back(along, p);
            }
        }
        std::ranges::sort(between, {}, &std::pair<double, Point>::first);
        ring.push_back(a);
        for (const auto& [along, p] : between) {
            if (std::hypot(p.x - ring.back().x, p.y - ring.back().y) > onEdgeM) {
                ring.push_back(p);
            }
        }
    }
    return ring;
}

Point crossing(Point a, Point b, Point c, Point d) {
    const double rx = b.x - a.x;
    const double ry = b.y - a.y;
    const double sx = d.x - c.x;
    const double sy = d.y - c.y;
    const double t = ((c.x - a.x) * sy - (c.y - a.y) * sx) / (rx * sy - ry * sx);
    return {a.x + rx * t, a.y + ry * t};
}

Point directionOf(Point a, Point b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    return length > 0 ? Point{(b.x - a.x) / length, (b.y - a.y) / length} : Point{1, 0};
}

} // namespace tuban
