#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/measure/open_edges.h"

#include <cstdint>
#include <vector>

namespace tuban {

/// Land that a coverage leaves out between its Areas.
struct CoverageGap {
    std::uint32_t first = 0, second = 0; ///< two of the Areas around it
    Geometry shape;
    double areaM2 = 0; ///< in the plane
};

/// Slits: land between facing edges of two Areas less than `widthM` apart that no Area covers. Slits below
/// smallestOverlapM2 are left out, so that a corner which one of two neighbours lacks is none.
/// \return Error::Cancelled, BadGeometry
[[nodiscard]] Result<std::vector<CoverageGap>> slitsOf(const SoundAreas& areas,
                                                       std::span<const std::uint32_t> chosen,
                                                       std::span<const Side> open,
                                                       double widthM,
                                                       const Progress& progress = {});

/// Holes: land that two or more Areas enclose and none covers, whatever its width.
[[nodiscard]] std::vector<CoverageGap>
holesOf(const SoundAreas& areas, std::span<const std::uint32_t> chosen, std::span<const Side> open);

} // namespace tuban
