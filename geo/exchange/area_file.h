#pragma once

#include "geo/base/result.h"
#include "geo/crs/crs.h"
#include "geo/shape/geometry.h"

#include <string>

namespace tuban {

/// All areas of a file (shapefile, GeoPackage, GeoJSON, KML, DXF …) as one shape in the plan's system, for a
/// part of a work. \param crsOption empty: as the file or the digits say
/// \return Error::NotFound, Unreadable, BadCrs, BadGeometry when there is no area in it
[[nodiscard]] Result<Geometry>
readAreaFile(const std::string& path, const std::string& crsOption, const Crs& planCrs);

} // namespace tuban
