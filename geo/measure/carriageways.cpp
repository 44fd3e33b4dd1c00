#include "geo/measure/carriageways.h"

#include "geo/shape/box_tree.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace tuban {

namespace {

constexpr double pieceM = 10;
constexpr double leastParallel = 0.8660254037844386; // cosine of 30°

struct Segment {
    Point from, to;
    std::uint32_t road = 0;
    std::uint32_t line = 0; ///< number of the part among all
};

std::vector<Segment> segmentsOf(std::span<const Geometry> roads) {
    std::vector<Segment> segments;
    std::uint32_t line = 0;
    for (std::uint32_t road = 0; road < roads.size(); ++road) {
        for (std::size_t part = 0; part < roads[road].partEnds.size(); ++part, ++line) {
            const auto points = roads[road].part(part);
            for (std::size_t i = 1; i < points.size(); ++i) {
                if (points[i - 1] != points[i]) {
                    segments.push_back({.from = points[i - 1], .to = points[i], .road = road, .line = line});
                }
            }
        }
    }
    return segments;
}

Point directionOf(Point a, Point b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    return {.x = (b.x - a.x) / length, .y = (b.y - a.y) / length};
}

/// Whether `other` runs along at `middle`, whose direction is `way`.
bool runsAlong(const Segment& other, Point middle, Point way, double widthM) {
    const Point own = directionOf(other.from, other.to);
    if (std::abs(own.x * way.x + own.y * way.y) < leastParallel) {
        return false;
    }
    const double dx = middle.x - other.from.x;
    const double dy = middle.y - other.from.y;
    const double along = dx * own.x + dy * own.y;
    const double length = std::hypot(other.to.x - other.from.x, other.to.y - other.from.y);
    return along >= 0 && along <= length && std::abs(dx * own.y - dy * own.x) <= widthM;
}

} // namespace

std::vector<RoadPiece>
roadPieces(std::span<const Geometry> roads, std::span<const std::uint32_t> groups, double widthM) {
    const std::vector<Segment> segments = segmentsOf(roads);
    std::vector<Box> boxes;
    boxes.reserve(segments.size());
    for (const Segment& segment : segments) {
        Box& box = boxes.emplace_back();
        box.add(segment.from);
        box.add(segment.to);
    }
    const BoxTree tree(std::move(boxes));
    std::vector<RoadPiece> pieces;
    for (const Segment& segment : segments) {
        const Point way = directionOf(segment.from, segment.to);
        const double length = std::hypot(segment.to.x - segment.from.x, segment.to.y - segment.from.y);
        const auto count = static_cast<std::size_t>(std::ceil(length / pieceM));
        const auto at = [&](double share) {
            return Point{.x = segment.from.x + share * (segment.to.x - segment.from.x),
                         .y = segment.from.y + share * (segment.to.y - segment.from.y)};
        };
        for (std::size_t i = 0; i < count; ++i) {
            const auto parts = static_cast<double>(count);
            const Point middle = at((static_cast<double>(i) + 0.5) / parts);
            std::set<std::uint32_t> lines{segment.line};
            if (groups[segment.road] != 0) {
                Box window;
                window.add(middle);
                tree.query(window.grown(widthM), [&](std::uint32_t index) {
                    const Segment& other = segments[index];
                    if (groups[other.road] == groups[segment.road] && !lines.contains(other.line) &&
                        runsAlong(other, middle, way, widthM)) {
                        lines.insert(other.line);
                    }
                    return true;
                });
            }
            pieces.push_back({.road = segment.road,
                              .from = at(static_cast<double>(i) / parts),
                              .to = at(static_cast<double>(i + 1) / parts),
                              .abreast = static_cast<std::uint32_t>(lines.size())});
        }
    }
    return pieces;
}

} // namespace tuban
