#pragma once

#include "geo/shape/geometry.h"

namespace tuban {

/// The offset that Chinese map services lay on their coordinates ("Mars coordinates"), for showing such a map
/// in place under a plan. For display only: nothing that is stored or measured goes through it.
///
/// The formula is the one that circulates since it was disassembled from a map program in 2010: polynomials
/// and sines about 105°E 35°N on the Krasovsky ellipsoid. It is no standard and agrees with the services to
/// about a metre. WGS 84 and CGCS2000 are taken as one. Degrees, x = longitude. Any thread.

/// Where a map in GCJ-02 shows a place. Outside of China (72.004–137.8347°E, 0.8293–55.8271°N) nothing moves.
[[nodiscard]] Point gcj02FromGeo(Point lonLat);

/// More than the offset anywhere (about 700 m), as a share of the Web Mercator world.
constexpr double gcj02MostOfWorld = 4e-5;

/// The place that a map in GCJ-02 shows there: the inverse, iterated until it moves less than 1e-7 m.
[[nodiscard]] Point geoFromGcj02(Point lonLat);

} // namespace tuban
