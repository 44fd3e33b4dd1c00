#include "geo/measure/dead_ends.h"

#include "geo/shape/orientation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace tuban {

namespace {

constexpr double leastAhead = 0.70710678118654752; // cosine of 45°

/// Corners of the convex hull, counter-clockwise (A. M. Andrew's monotone chain).
std::vector<Point> hullOf(std::vector<Point> points) {
    std::ranges::sort(points, {}, [](Point p) { return std::tuple(p.x, p.y); });
    std::vector<Point> hull;
    const auto add = [&hull](Point p, std::size_t keep) {
        while (hull.size() > keep + 1 && orientation(hull[hull.size() - 2], hull.back(), p) <= 0) {
            hull.pop_back();
        }
        hull.push_back(p);
    };
    for (const Point p : points) {
        add(p, 0);
    }
    const std::size_t lower = hull.size();
    for (auto p = points.rbegin(); p != points.rend(); ++p) {
        add(*p, lower - 1);
    }
    return hull;
}

Point nearestOn(Point a, Point b, Point p) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0;
    return {.x = a.x + t * dx, .y = a.y + t * dy};
}

double lengthBetween(Point a, Point b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

double distanceToRing(const std::vector<Point>& ring, Point p) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < ring.size(); ++i) {
        least = std::min(least, lengthBetween(p, nearestOn(ring[i - 1], ring[i], p)));
    }
    return least;
}

/// The place of a segment that an end faces: its nearest point when that lies ahead, else where the road
/// would run into it straight on.
std::optional<Point> facedOn(const RoadGraph::Segment& segment, Point end, Point ahead) {
    const Point near = nearestOn(segment.from, segment.to, end);
    const double far = lengthBetween(end, near);
    if (far > RoadGraph::joinM &&
        ((near.x - end.x) * ahead.x + (near.y - end.y) * ahead.y) / far >= leastAhead) {
        return near;
    }
    const double dx = segment.to.x - segment.from.x;
    const double dy = segment.to.y - segment.from.y;
    const double across = ahead.x * dy - ahead.y * dx;
    if (across == 0) {
        return std::nullopt;
    }
    const double ox = segment.from.x - end.x;
    const double oy = segment.from.y - end.y;
    const double forward = (ox * dy - oy * dx) / across;
    const double along = (ox * ahead.y - oy * ahead.x) / across;
    if (forward <= RoadGraph::joinM || along < 0 || along > 1) {
        return std::nullopt;
    }
    return Point{.x = end.x + forward * ahead.x, .y = end.y + forward * ahead.y};
}

std::optional<DeadEnd::Facing>
facingOf(const RoadGraph& graph, const RoadGraph::DeadEnd& end, const DeadEndRules& rules) {
    const Point at = graph.nodes()[end.node].at;
    Box window;
    window.add(at);
    std::optional<DeadEnd::Facing> best;
    RoadGraph::Place place;
    graph.forSegments(
        window.grown(rules.farthestM), [&](std::uint32_t index, const RoadGraph::Segment& segment) {
            const auto faced = facedOn(segment, at, end.ahead);
            const double gapM = faced ? lengthBetween(at, *faced) : std::numeric_limits<double>::infinity();
            if (gapM <= rules.farthestM && (!best || gapM < best->gapM)) {
                best = DeadEnd::Facing{.at = *faced, .road = segment.road, .gapM = gapM, .detourM = 0};
                place = {.segment = index,
                         .along =
                             lengthBetween(segment.from, *faced) / lengthBetween(segment.from, segment.to),
                         .at = *faced};
            }
        });
    if (best) {
        best->detourM = graph.distance(end.node, place);
    }
    return best;
}

} // namespace

std::vector<DeadEnd> deadEndsOf(const RoadGraph& graph, const DeadEndRules& rules) {
    std::vector<Point> all;
    for (const RoadGraph::Node& node : graph.nodes()) {
        all.push_back(node.at);
    }
    const std::vector<Point> edge = hullOf(std::move(all));
    std::vector<DeadEnd> ends;
    for (const RoadGraph::DeadEnd& end : graph.deadEnds()) {
        const Point at = graph.nodes()[end.node].at;
        if (distanceToRing(edge, at) >= rules.edgeM) {
            ends.push_back({.at = at, .road = end.road, .facing = facingOf(graph, end, rules)});
        }
    }
    std::ranges::stable_sort(ends, std::ranges::greater{}, [](const DeadEnd& end) {
        return end.facing ? end.facing->savedM() : -std::numeric_limits<double>::infinity();
    });
    return ends;
}

} // namespace tuban
