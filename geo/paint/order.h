#pragma once

#include "geo/plan/catalogue.h"

#include <string>
#include <vector>

namespace tuban {

/// Layers as a map stacks them, lowest first: land-use areas (survey patches below plan blocks below
/// parcels), other areas, plain boundaries, lines, points.
[[nodiscard]] std::vector<std::string> drawingOrder(const Catalogue& catalogue);

} // namespace tuban
