#pragma once

#include "geo/base/result.h"
#include "geo/plan/plan.h"

#include <string>
#include <vector>

namespace tuban {

/// Makes the columns area_planar_m2 and area_ellip_m2 of a layer follow from its shapes again, inside the
/// caller's transaction; nothing where the layer has no such columns. Shapes that cannot be read are left for
/// `check`.
/// \return uids of the rows whose figures were not right (to 1e-6 of the area)
[[nodiscard]] Result<std::vector<std::string>> refreshAreas(const Plan& plan, const Layer& layer);

} // namespace tuban
