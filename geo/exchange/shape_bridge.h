#pragma once

#include "geo/base/result.h"
#include "geo/gdal/handles.h"
#include "geo/shape/geometry.h"

#include <optional>
#include <string>

namespace tuban {

/// What became of a shape on its way in.
struct ReadShape {
    Geometry geometry;       ///< empty when the feature has no usable shape
    std::string remark;      ///< what was left out on the way: "ring of 2 points"; empty when nothing
    std::string unusable;    ///< why there is no shape: "not a number in its coordinates"; empty when fine
    bool linearised = false; ///< arcs became lines
};

/// A shape of OGR as flat arrays, in the file's own order of coordinates: arcs to lines, Z and M dropped,
/// rings closed. Of a mixed collection the parts of the highest kind (areas before lines before points) are
/// taken and the rest is named in `remark`. \param geometry may be null
[[nodiscard]] ReadShape readShape(OGRGeometryH geometry);

/// The shape for a writer: Point, MultiLineString or MultiPolygon; single parts as LineString and Polygon
/// when `single` allows it. Shells counter-clockwise, holes clockwise (RFC 7946; a shapefile turns them
/// itself).
[[nodiscard]] GeometryPointer writeShape(const Geometry& geometry, bool single);

} // namespace tuban
