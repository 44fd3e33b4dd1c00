#pragma once

#include "geo/shape/geometry.h"

namespace tuban {

/// On which side of the line a→b the point c lies: +1 left, −1 right, 0 on it. Exact for finite coordinates
/// whose products neither overflow nor vanish: a filter answers nearly always (error bound of J. R. Shewchuk,
/// "Adaptive Precision Floating-Point Arithmetic", 1997), an exact sum of the six products the rest.
[[nodiscard]] int orientation(Point a, Point b, Point c);

} // namespace tuban
