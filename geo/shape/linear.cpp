#include "geo/shape/linear.h"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace tuban {

namespace {

double distanceBetween(Point a, Point b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

/// One straight piece of a line with the chainage of its ends.
struct Edge {
    Point start, end;
    double from = 0;
    double to = 0;

    /// The same cut gives the same point whichever stretch asks for it.
    [[nodiscard]] Point at(double chainage) const {
        if (chainage <= from || to <= from) {
            return start;
        }
        if (chainage >= to) {
            return end;
        }
        const double share = (chainage - from) / (to - from);
        return {start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share};
    }
};

/// Visits the edges in order; `visit(edge, part)`.
template <class Visit>
void forEachEdge(const Geometry& line, const Visit& visit) {
    double chainage = 0;
    for (std::size_t part = 0; part < line.partEnds.size(); ++part) {
        const auto points = line.part(part);
        for (std::size_t i = 1; i < points.size(); ++i) {
            const double length = distanceBetween(points[i - 1], points[i]);
            visit(Edge{points[i - 1], points[i], chainage, chainage + length}, part);
            chainage += length;
        }
    }
}

} // namespace

double lineLength(const Geometry& line) {
    double length = 0;
    forEachEdge(line, [&](const Edge& edge, std::size_t) { length = edge.to; });
    return length;
}

Result<double> chainageOf(const GeosContext& context, const Geometry& line, Point place) {
    if (line.kind != ShapeKind::Line || line.empty()) {
        return failure(ErrorCode::BadGeometry, "only a line has chainages");
    }
    const auto along = toGeos(context, line);
    const auto spot = toGeos(context, makePoint(place));
    if (!along || !spot) {
        return std::unexpected(along ? spot.error() : along.error());
    }
    const double chainage = GEOSProject_r(context.handle(), along->get(), spot->get());
    if (!std::isfinite(chainage) || chainage < 0) {
        return failure(ErrorCode::BadGeometry, "no place on the line: " + context.lastMessage());
    }
    return chainage;
}

Point placeAt(const Geometry& line, double chainage) {
    Point found = line.points.front();
    forEachEdge(line, [&](const Edge& edge, std::size_t) {
        if (chainage >= edge.from) {
            found = edge.at(chainage);
        }
    });
    return found;
}

Geometry stretchOf(const Geometry& line, double from, double to) {
    if (from > to) {
        std::swap(from, to);
    }
    std::vector<std::vector<Point>> pieces;
    std::size_t open = line.partEnds.size(); // part that the last piece belongs to
    forEachEdge(line, [&](const Edge& edge, std::size_t part) {
        const double begin = std::max(from, edge.from);
        const double end = std::min(to, edge.to);
        if (begin >= end) {
            return;
        }
        if (open != part) {
            pieces.push_back({edge.at(begin)});
            open = part;
        }
        pieces.back().push_back(edge.at(end));
    });
    Geometry nothing;
    nothing.kind = ShapeKind::Line;
    return pieces.empty() ? nothing : makeLine(pieces);
}

} // namespace tuban
