#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/measure/sound_areas.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tuban {

/// Two features of a layer that lie on each other, first below second.
struct Overlap {
    std::uint32_t first = 0, second = 0;
    double areaM2 = 0; ///< of the common part, in the plane
};

/// Common parts below this count as touching: 1 cm², far below the 0.01 m² areas are written with.
inline constexpr double smallestOverlapM2 = 1e-4;

/// All pairs among those chosen that overlap by more than smallestOverlapM2, ascending; from the boxes, then
/// by the kernel of commonPart(). \param chosen ascending. \return Error::Cancelled
[[nodiscard]] Result<std::vector<Overlap>>
overlapsOf(const SoundAreas& areas, std::span<const std::uint32_t> chosen, const Progress& progress = {});

} // namespace tuban
