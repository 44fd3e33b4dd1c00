#pragma once

#include "geo/measure/sound_areas.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace tuban {

/// An edge of an Area, which lies on its left.
struct Side {
    Point from, to;
    std::uint32_t feature = 0;
};

/// Calls `visit` once for each edge there is among the Areas chosen, with all sides along it, in either
/// direction; edges are one when both ends are exactly equal. One pass over sorted hashes.
void forEachEdge(const SoundAreas& areas,
                 std::span<const std::uint32_t> chosen,
                 const std::function<void(std::span<const Side>)>& visit);

} // namespace tuban
