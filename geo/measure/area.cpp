#include "geo/measure/area.h"

#include <cmath>

namespace tuban {

namespace {

/// Coordinates are taken from the first point of the ring: their products then have the size of the ring, not
/// of the distance to the equator, and lose no digits.
double ringAreaM2(std::span<const Point> ring) {
    if (ring.empty()) {
        return 0;
    }
    const Point origin = ring.front();
    double twice = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double ax = ring[i - 1].x - origin.x;
        const double ay = ring[i - 1].y - origin.y;
        const double bx = ring[i].x - origin.x;
        const double by = ring[i].y - origin.y;
        twice += ax * by - bx * ay;
    }
    return std::abs(twice) / 2;
}

} // namespace

double planarAreaM2(const Geometry& area) {
    double total = 0;
    std::size_t ring = 0;
    for (const std::size_t end : area.polygonEnds) {
        total += ringAreaM2(area.part(ring));
        for (++ring; ring < end; ++ring) {
            total -= ringAreaM2(area.part(ring));
        }
    }
    return total;
}

double planarLengthM(const Geometry& geometry) {
    double length = 0;
    for (std::size_t part = 0; part < geometry.partEnds.size(); ++part) {
        const auto points = geometry.part(part);
        for (std::size_t i = 1; i < points.size(); ++i) {
            length += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
        }
    }
    return length;
}

} // namespace tuban
