#pragma once

#include "geo/base/result.h"
#include "geo/plan/plan.h"

#include <string>
#include <vector>

namespace tuban {

/// Which features of a layer count as sites that serve.
enum class SiteChoice {
    InService, ///< open to the public where the layer says so, and existing or open; without a stage:
               ///< existing
    Coming,    ///< the same with what is planned or being built
};

/// That choice as a condition over the layer's columns, as `--where` takes one; empty: all features.
[[nodiscard]] std::string siteCondition(const Layer& layer, SiteChoice choice);

/// A site as read: its edge is the layer's own shape or, for a layer of points, the site's area in the
/// companion table where it is drawn there.
struct SiteRow {
    std::string uid;
    std::string name;
    Geometry shape; ///< repaired where it was invalid; plan CRS
};

/// Sites for which `condition` holds, in order of id; those without a shape are left out.
/// \return Error::Usage for a bad condition, naming the place of the fault
[[nodiscard]] Result<std::vector<SiteRow>>
readSites(const Plan& plan, const Layer& layer, const std::string& condition);

} // namespace tuban
