#include "geo/demo/convex.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace tuban {

namespace {

constexpr double onEdgeM = 1e-6;

/// How far `p` lies left of the line through `at`.
double side(Point p, Point at, Point direction) {
    return direction.x * (p.y - at.y) - direction.y * (p.x - at.x);
}

/// Area of what lies left of the line, without making it.
double leftArea(const Convex& polygon, Point at, Point direction) {
    double twice = 0;
    std::optional<Point> first;
    Point last{};
    const auto add = [&](Point p) {
        if (!first) {
            first = p;
        } else {
            twice += (last.x - first->x) * (p.y - first->y) - (p.x - first->x) * (last.y - first->y);
        }
        last = p;
    };
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point a = polygon[i];
        const Point b = polygon[i + 1 < polygon.size() ? i + 1 : 0];
        const double sideA = side(a, at, direction);
        const double sideB = side(b, at, direction);
        if (sideA >= 0) {
            add(a);
        }
        if ((sideA > 0 && sideB < 0) || (sideA < 0 && sideB > 0)) {
            const double t = sideA / (sideA - sideB);
            add({a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t});
        }
    }
    return twice / 2;
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
    const double whole = areaOf(polygon);
    // Regula falsi after Illinois: what lies left of the line falls steadily as the line moves to the left.
    double excessLow = whole * (1 - share);
    double excessHigh = -whole * share;
    double place = (low + high) / 2;
    bool lowMoved = false;
    for (int round = 0; round < 40; ++round) {
        place = (low * excessHigh - high * excessLow) / (excessHigh - excessLow);
        const double excess = leftArea(polygon, moved({0, 0}, across, place), direction) - whole * share;
        if (std::abs(excess) < 1e-7 * whole) {
            break;
        }
        const bool lowMoves = excess > 0;
        (lowMoves ? low : high) = place;
        (lowMoves ? excessLow : excessHigh) = excess;
        if (round > 0 && lowMoves == lowMoved) {
            (lowMoves ? excessHigh : excessLow) /= 2;
        }
        lowMoved = lowMoves;
    }
    return split(polygon, moved({0, 0}, across, place), direction);
}

std::vector<Point> noded(const std::vector<Point>& polygon, const std::vector<Point>& candidates) {
    std::vector<Point> ring;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point a = polygon[i];
        const Point b = polygon[(i + 1) % polygon.size()];
        const Point direction = directionOf(a, b);
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        std::vector<std::pair<double, Point>> between;
        const auto [west, east] = std::minmax(a.x, b.x);
        const auto [south, north] = std::minmax(a.y, b.y);
        for (const Point p : candidates) {
            if (p.x < west - onEdgeM || p.x > east + onEdgeM || p.y < south - onEdgeM ||
                p.y > north + onEdgeM) {
                continue;
            }
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
