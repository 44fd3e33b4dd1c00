#pragma once

#include "geo/base/result.h"
#include "geo/shape/geometry.h"
#include "geo/shape/geos.h"

#include <string>

namespace tuban {

/// Whether a shape keeps the rules of OGC simple features, and if not why and where (GEOSisValidDetail).
struct Validity {
    bool valid = true;
    std::string reason;
    Point at;
};
[[nodiscard]] Validity validityOf(const GeosContext& context, const Geometry& geometry);

/// A valid shape of the same kind made with GEOS' structure method of MakeValid.
/// \return Error::BadGeometry when nothing of the kind is left
[[nodiscard]] Result<Geometry> repaired(const GeosContext& context, const Geometry& geometry);

} // namespace tuban
