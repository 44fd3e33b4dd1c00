#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/measure/moments.h"
#include "geo/shape/shapes_view.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tuban {

/// How much of each feature of a layer lies in some land, for the figures alone.
struct Coverage {
    struct Demand {
        double areaM2 = 0;
        double servedM2 = 0;
    };
    std::vector<Demand> demand; ///< by position in `chosen`
    double demandM2 = 0;
    double servedM2 = 0;
    /// Shapes that broke the rules and were repaired for the calculation: index and the reason GEOS gives.
    std::vector<std::pair<std::uint32_t, std::string>> repaired;
};

/// By the boundary-integral kernel of ZoneIndex.
/// \param chosen which of the shapes count \param land a valid Area, such as ServedLand::whole()
/// \return Error::Cancelled
[[nodiscard]] Result<Coverage> coverage(const ShapesView& shapes,
                                        std::span<const std::uint32_t> chosen,
                                        const Geometry& land,
                                        const ArealScale& scale,
                                        const Progress& progress = {});

} // namespace tuban
