#pragma once

#include "app/paint/scene.h"
#include "geo/base/progress.h"
#include "geo/plan/plan.h"

#include <string>
#include <vector>

namespace tuban {

/// The layers of a plan ready to be drawn.
/// \param layers names of those wanted; empty: all that have features, of land-use layers (which lie over
/// each other by
///        design) the first one
/// \return Error::Usage for an unknown layer, Cancelled, Corrupt, Sql, BadCrs
[[nodiscard]] Result<Scene>
readScene(const Plan& plan, const std::vector<std::string>& layers, Theme theme, const Progress& progress);

/// World box of all that a scene shows; empty without features.
[[nodiscard]] Box extentOf(const Scene& scene);

} // namespace tuban
