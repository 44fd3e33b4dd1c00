#pragma once

#include "geo/measure/sound_areas.h"

#include <cstdint>
#include <vector>

namespace tuban {

/// An edge of an Area that no neighbour has the other way round: the border of what a coverage covers, or a
/// place where it does not fit. The Area lies on its left.
struct OpenEdge {
    Point from, to;
    std::uint32_t feature = 0;
};

/// The open edges of all Areas in one pass over their sorted edges. Edges that two Areas have the same way
/// round belong to overlaps and are left out.
[[nodiscard]] std::vector<OpenEdge> openEdgesOf(const SoundAreas& areas,
                                                std::span<const std::uint32_t> chosen);

} // namespace tuban
