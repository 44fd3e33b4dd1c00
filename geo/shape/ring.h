#pragma once

#include "geo/shape/geometry.h"

#include <span>

namespace tuban {

/// Area of a closed ring in square units of its coordinates, positive counter-clockwise (y north). Products
/// are taken from the first point, so that they have the size of the ring and not of the distance to the
/// equator, and lose no digits. 0 for an empty ring. Any thread.
[[nodiscard]] inline double signedRingArea(std::span<const Point> ring) {
    double twice = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        twice += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
                 (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
    }
    return twice / 2;
}

} // namespace tuban
