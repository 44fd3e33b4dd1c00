#pragma once

#include "geo/shape/geometry.h"

#include <vector>

namespace tuban::test {

/// The 2,033 land-use polygons of a real high-tech district in EPSG:32650, as delivered; empty where the
/// shared data is not there.
[[nodiscard]] std::vector<Geometry> wuxiAsDelivered();
/// The same in metres of its own zone, EPSG:4549.
[[nodiscard]] std::vector<Geometry> wuxiInMetres();

} // namespace tuban::test
