#pragma once

#include "geo/plan/snapshot.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace tuban {

/// A feature at a place.
struct PickHit {
    std::shared_ptr<const LayerSnapshot> snapshot; ///< the layer, or a companion table of it
    std::size_t index = 0;
    double distanceM = 0; ///< 0 inside an area
};

/// Finds what lies at a place, in memory: boxes first, then the shapes themselves.
/// \param layersTopFirst snapshots of the visible layers and their companions in drawing order, topmost
/// first; null
///        ones are passed over
/// \param at plan CRS
/// \param radiusM how far beside a point, a line or an edge still counts, metres
/// \return topmost first: layer by layer; within a layer the nearest first, and of areas that hold the place
/// the
///         smallest first. Areas are hit inside only, points and lines within the radius.
[[nodiscard]] std::vector<PickHit>
pickAt(std::span<const std::shared_ptr<const LayerSnapshot>> layersTopFirst, Point at, double radiusM);

} // namespace tuban
