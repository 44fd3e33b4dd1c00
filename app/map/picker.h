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
/// \return points and lines within the radius first, layer by layer and the nearest first; then the areas
/// that hold the
///         place: much smaller ones before larger, so that a zone does not hide what lies in it, and
///         otherwise layer by layer. Areas are hit inside only.
[[nodiscard]] std::vector<PickHit>
pickAt(std::span<const std::shared_ptr<const LayerSnapshot>> layersTopFirst, Point at, double radiusM);

} // namespace tuban
