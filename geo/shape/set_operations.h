#pragma once

#include "geo/base/result.h"
#include "geo/shape/geometry.h"
#include "geo/shape/geos.h"

#include <span>
#include <vector>

namespace tuban {

/// Segments that stand for a quarter of a circle in every buffer of ours.
inline constexpr int quarterCircleSegments = 64;

/// Operations of GEOS (OverlayNG) on Areas; they make every geometry that is shown or stored, and are the
/// reference of the kernels that give figures alone. The shapes must be valid, see validityOf().
/// \return Error::BadGeometry with GEOS' words
[[nodiscard]] Result<Geometry>
intersectionOf(const GeosContext& context, const Geometry& first, const Geometry& second);
[[nodiscard]] Result<Geometry>
differenceOf(const GeosContext& context, const Geometry& from, const Geometry& part);
/// The union of all of them, dissolved; empty for none.
[[nodiscard]] Result<Geometry> unionOf(const GeosContext& context, std::span<const Geometry> areas);
/// What lies within `distanceM` of a point, a line or an Area; arcs of quarterCircleSegments.
[[nodiscard]] Result<Geometry>
bufferOf(const GeosContext& context, const Geometry& geometry, double distanceM);
/// The least straight distance between two shapes; the reference of distanceBetween().
[[nodiscard]] Result<double>
distanceOf(const GeosContext& context, const Geometry& first, const Geometry& second);

/// Which of some Areas GEOS finds at odds with its neighbours (GEOSCoverageIsValid): overlaps, edges that do
/// not match, gaps narrower than `gapWidthM`. The reference of checkTopology().
[[nodiscard]] Result<std::vector<bool>>
coverageFaults(const GeosContext& context, std::span<const Geometry> areas, double gapWidthM);

} // namespace tuban
