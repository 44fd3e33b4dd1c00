#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/measure/moments.h"
#include "geo/shape/shapes_view.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tuban {

/// A layer of Areas cut by zones, for the figures alone.
struct Overlay {
    struct Group {
        std::int64_t count = 0; ///< features with a part in the zone
        double areaM2 = 0;
    };
    struct Zone {
        double areaM2 = 0;
        std::vector<Group> groups; ///< by number of group
        double noneM2 = 0;         ///< what no feature covers
        double doubleM2 = 0;       ///< area × (times covered − 1): groups + none − double = zone
    };
    std::vector<Zone> zones;
    /// Shapes that broke the rules and were repaired for the calculation: index and the reason GEOS gives.
    std::vector<std::pair<std::uint32_t, std::string>> repairedFeatures, repairedZones;
};

struct OverlayInput {
    ShapesView features;
    std::span<const std::uint32_t> groupOf; ///< for each feature, below `groups`
    std::size_t groups = 0;
    ShapesView zones;
    const ArealScale* scale = nullptr;
};

/// By the boundary-integral kernel of ZoneIndex; features that overlap each other are united by GEOS.
/// \return Error::Cancelled; Error::BadGeometry for a shape that cannot be repaired
[[nodiscard]] Result<Overlay> overlay(const OverlayInput& input, const Progress& progress = {});

/// The same by GEOS alone, feature by feature: the reference.
[[nodiscard]] Result<Overlay> overlayByGeos(const OverlayInput& input);

} // namespace tuban
