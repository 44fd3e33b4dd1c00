#pragma once

#include "geo/shape/geometry.h"

#include <utility>
#include <vector>

namespace tuban {

/// A convex polygon, counter-clockwise, first point not repeated.
using Convex = std::vector<Point>;

[[nodiscard]] double areaOf(const Convex& polygon);

/// The parts left and right of the line through `at` along `direction`; one may be empty. Both carry the same
/// points on the line.
[[nodiscard]] std::pair<Convex, Convex> split(const Convex& polygon, Point at, Point direction);

/// Splits off `share` of the area, to a ten-millionth, on the left of a line along `direction`.
/// \pre 0 < share < 1
[[nodiscard]] std::pair<Convex, Convex> splitShare(const Convex& polygon, double share, Point direction);

/// Puts those of `candidates` that lie on an edge of the polygon between its points.
[[nodiscard]] std::vector<Point> noded(const std::vector<Point>& polygon,
                                       const std::vector<Point>& candidates);

/// Where the line through a and b meets the line through c and d. \pre they are not parallel
[[nodiscard]] Point crossing(Point a, Point b, Point c, Point d);
/// Unit vector from a to b.
[[nodiscard]] Point directionOf(Point a, Point b);
/// `p` moved by `distance` along a direction.
[[nodiscard]] inline Point moved(Point p, Point direction, double distance) {
    return {p.x + direction.x * distance, p.y + direction.y * distance};
}
/// The direction a quarter turn to the left.
[[nodiscard]] inline Point leftOf(Point direction) {
    return {-direction.y, direction.x};
}

} // namespace tuban
