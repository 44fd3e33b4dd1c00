#pragma once

#include "app/paint/scene.h"
#include "geo/base/progress.h"
#include "geo/paint/colour_set.h"
#include "geo/paint/map_theme.h"
#include "geo/plan/plan.h"

#include <optional>
#include <string>
#include <vector>

namespace tuban {

/// What of a plan is wished to be drawn, and how.
struct SceneWish {
    /// Names of the layers; empty: those of the theme, without a theme all that have features, of land-use
    /// layers (which lie over each other by design) the first one.
    std::vector<std::string> layers;
    std::optional<MapTheme> theme; ///< styles, order and opacity
    ColourSet colours = ColourSet::Standard;
};

/// The layers of a plan ready to be drawn, on light paper; stages and lights as of the plan's day.
/// \return Error::Usage for an unknown layer, Cancelled, Corrupt, Sql, BadCrs
[[nodiscard]] Result<Scene> readScene(const Plan& plan, const SceneWish& wish, const Progress& progress);

/// World box of all that a scene shows; empty without features.
[[nodiscard]] Box extentOf(const Scene& scene);

} // namespace tuban
