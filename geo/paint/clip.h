#pragma once

#include "geo/shape/geometry.h"

#include <span>
#include <vector>

namespace tuban {

/// The part of a closed ring inside a window, for filling: Sutherland–Hodgman, so that pieces of a concave
/// ring stay joined along the edges of the window. Coordinates of any kind. \return empty when nothing is
/// inside
[[nodiscard]] std::vector<Point> clippedRing(std::vector<Point> ring, const Box& window);

/// The pieces of a line inside a window (Liang–Barsky on each segment).
[[nodiscard]] std::vector<std::vector<Point>> clippedLine(std::span<const Point> line, const Box& window);

} // namespace tuban
