#pragma once

#include "geo/measure/side_groups.h"

#include <cstdint>
#include <vector>

namespace tuban {

/// The sides that no neighbour has the other way round: the border of what a coverage covers, or places where
/// it does not fit; in order of their ends. Edges that two Areas have the same way round belong to overlaps
/// and are left out.
[[nodiscard]] std::vector<Side> openEdgesOf(const SoundAreas& areas, std::span<const std::uint32_t> chosen);

} // namespace tuban
