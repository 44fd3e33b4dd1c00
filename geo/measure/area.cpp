#include "geo/measure/area.h"

#include "geo/shape/ring.h"

#include <cmath>

namespace tuban {

double planarAreaM2(const Geometry& area) {
    double total = 0;
    std::size_t ring = 0;
    for (const std::size_t end : area.polygonEnds) {
        total += std::abs(signedRingArea(area.part(ring)));
        for (++ring; ring < end; ++ring) {
            total -= std::abs(signedRingArea(area.part(ring)));
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
