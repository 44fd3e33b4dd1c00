#include "geo/paint/clip.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace tuban {

namespace {

/// A half plane: x or y on one side of a limit.
struct Edge {
    double Point::* axis;
    double limit;
    double sign; ///< 1 keeps what is above the limit, -1 what is below
    [[nodiscard]] double inside(Point p) const { return sign * (p.*axis - limit); }
};

std::array<Edge, 4> edgesOf(const Box& window) {
    return {Edge{&Point::x, window.minX, 1},
            Edge{&Point::x, window.maxX, -1},
            Edge{&Point::y, window.minY, 1},
            Edge{&Point::y, window.maxY, -1}};
}

Point between(Point a, Point b, double share) {
    return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

std::vector<Point> clippedByEdge(const std::vector<Point>& ring, const Edge& edge) {
    std::vector<Point> result;
    result.reserve(ring.size() + 4);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i == 0 ? ring.size() - 1 : i - 1];
        const Point b = ring[i];
        const double insideA = edge.inside(a);
        const double insideB = edge.inside(b);
        if ((insideA < 0) != (insideB < 0)) {
            result.push_back(between(a, b, insideA / (insideA - insideB)));
        }
        if (insideB >= 0) {
            result.push_back(b);
        }
    }
    return result;
}

/// The shares of a segment where it enters and leaves the window.
std::optional<std::pair<double, double>> rangeInside(Point a, Point b, const Box& window) {
    double enter = 0;
    double leave = 1;
    for (const Edge& edge : edgesOf(window)) {
        const double insideA = edge.inside(a);
        const double insideB = edge.inside(b);
        if (insideA < 0 && insideB < 0) {
            return std::nullopt;
        }
        if (insideA < 0) {
            enter = std::max(enter, insideA / (insideA - insideB));
        } else if (insideB < 0) {
            leave = std::min(leave, insideA / (insideA - insideB));
        }
    }
    return enter <= leave ? std::optional(std::pair(enter, leave)) : std::nullopt;
}

} // namespace

std::vector<Point> clippedRing(std::vector<Point> ring, const Box& window) {
    for (const Edge& edge : edgesOf(window)) {
        ring = clippedByEdge(ring, edge);
    }
    return ring;
}

std::vector<std::vector<Point>> clippedLine(std::span<const Point> line, const Box& window) {
    std::vector<std::vector<Point>> pieces;
    bool isOpen = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const auto range = rangeInside(line[i - 1], line[i], window);
        if (!range) {
            isOpen = false;
            continue;
        }
        if (!isOpen || range->first > 0) {
            pieces.push_back({between(line[i - 1], line[i], range->first)});
        }
        pieces.back().push_back(between(line[i - 1], line[i], range->second));
        isOpen = range->second == 1;
    }
    return pieces;
}

} // namespace tuban
