#pragma once

#include "geo/base/result.h"
#include "geo/shape/geometry.h"
#include "geo/shape/geos.h"

namespace tuban {

/// Linear referencing: places on a line by their distance along it (chainage), in the units of the line. Of a
/// line of several parts each begins where the one before ends; the gap between them has no length. A ring
/// counts from its first point.

/// Length of all parts.
[[nodiscard]] double lineLength(const Geometry& line);

/// Chainage of the place on the line that is nearest to `place` (GEOSProject).
/// \return Error::BadGeometry for a shape that is no line
[[nodiscard]] Result<double> chainageOf(const GeosContext& context, const Geometry& line, Point place);

/// The place at a chainage; the ends for one outside 0..length.
/// \pre line is a line with points
[[nodiscard]] Point placeAt(const Geometry& line, double chainage);

/// The piece of the line from one chainage to another, with every vertex between; adjoining stretches share
/// their cut point bit by bit, so that they tile the line. Parts stay parts. Given in either order; empty
/// when nothing of the line lies between.
[[nodiscard]] Geometry stretchOf(const Geometry& line, double from, double to);

} // namespace tuban
