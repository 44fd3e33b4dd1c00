#pragma once

#include "geo/shape/geometry.h"
#include "geo/shape/geos.h"

namespace tuban {

/// The distance below which two positions count as one: a millimetre, far below survey accuracy and far above
/// what a change of file format moves.
inline constexpr double sameWithinM = 0.001;

/// True for one and the same shape, whatever the order of its parts, rings and vertices.
[[nodiscard]] bool isSameShape(const GeosContext& geos, const Geometry& first, const Geometry& second);

/// How far two shapes cover each other, 0 to 1: common part over union for areas; for lines the shares that
/// run within half a metre of the other; for points 1 within half a metre, falling to 0 at 20 m.
[[nodiscard]] double likeness(const GeosContext& geos, const Geometry& first, const Geometry& second);

} // namespace tuban
