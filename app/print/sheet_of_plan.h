#pragma once

#include "app/print/sheet.h"
#include "geo/plan/plan.h"

#include <string>
#include <string_view>

namespace tuban {

/// What a sheet says about a plan: its name, day, system and stamp, and the legend of what the view shows.
[[nodiscard]] Sheet
sheetOfPlan(const Plan& plan, const Scene& scene, const View& view, const std::string& language);

/// World box of a feature named "layer:uid". \return Error::Usage, NotFound, BadCrs; BadGeometry when it has
/// no shape
[[nodiscard]] Result<Box> worldBoxOfFeature(const Plan& plan, std::string_view ref);

} // namespace tuban
