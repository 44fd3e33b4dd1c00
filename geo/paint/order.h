#pragma once

#include "geo/plan/catalogue.h"

#include <string>
#include <vector>

namespace tuban {

/// Layers as a map stacks them, lowest first: land-use areas (survey patches below plan blocks below
/// parcels), other areas, plain boundaries, lines, points.
[[nodiscard]] std::vector<std::string> drawingOrder(const Catalogue& catalogue);

/// Land-use layers that lie all over each other by design; a map that nobody chose layers for shows the first
/// of them that has features.
[[nodiscard]] std::vector<std::string> landUseLayers(const Catalogue& catalogue);

} // namespace tuban
