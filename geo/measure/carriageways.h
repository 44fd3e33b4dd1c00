#pragma once

#include "geo/shape/geometry.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tuban {

/// A piece of a centreline, and how many carriageways of one road run side by side along it.
struct RoadPiece {
    std::uint32_t road = 0;
    Point from, to;
    std::uint32_t abreast = 1; ///< itself included: it counts 1/abreast of its length
};

/// Cuts centrelines into pieces of at most 10 m. Two lines with the same `group` (one name and grade; 0:
/// none) run side by side where the middle of a piece has the other within `widthM`, not past its ends and
/// within 30° of its direction: dual carriageways, which a network counts once.
[[nodiscard]] std::vector<RoadPiece>
roadPieces(std::span<const Geometry> roads, std::span<const std::uint32_t> groups, double widthM = 40);

} // namespace tuban
