#pragma once

#include "geo/base/result.h"
#include "geo/shape/geometry.h"
#include "geo/shape/geos.h"

namespace tuban {

/// An area cut by another (GEOS overlay, full precision): what lies inside it and what is left.
struct AreaCut {
    Geometry inside;
    Geometry left;
};
/// \return Error::BadGeometry for shapes that GEOS refuses, such as one that crosses itself
[[nodiscard]] Result<AreaCut> cutArea(const GeosContext& context, const Geometry& area, const Geometry& by);

/// All areas as one, what several cover counted once. Empty for none.
[[nodiscard]] Result<Geometry> unionOf(const GeosContext& context, const Geometry& areas);

} // namespace tuban
