#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/measure/moments.h"
#include "geo/measure/served_land.h"
#include "geo/shape/shapes_view.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tuban {

/// A place where a new site could stand.
struct SiteCandidate {
    ServiceSite site;
    int rank = 0; ///< candidates of a lower rank are taken first, as long as one of them gains anything
};

struct SitePick {
    std::size_t candidate = 0;
    double gainM2 = 0; ///< demand newly served, given all picks before
};

struct SitingInput {
    ShapesView demand{ShapeKind::Area};
    std::span<const std::uint32_t> chosen; ///< positions of the demand that counts
    std::span<const ServiceSite> sites;    ///< that serve already
    std::span<const SiteCandidate> candidates;
    std::size_t count = 1;
    const ArealScale* scale = nullptr;
};

/// Greedy: each pick is the candidate that newly serves the most demand, given those before; at least 63 % of
/// what the best set of that size would serve (G. L. Nemhauser, L. A. Wolsey and M. L. Fisher, 1978). Stops
/// when none gains more than 1 m². \return Error::Cancelled, BadGeometry
[[nodiscard]] Result<std::vector<SitePick>> pickSites(const SitingInput& input,
                                                      const Progress& progress = {});

} // namespace tuban
