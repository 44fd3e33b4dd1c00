#pragma once

#include "geo/base/result.h"
#include "geo/crs/crs.h"
#include "geo/plan/catalogue.h"

#include <string>

namespace tuban {

/// Text of the schema, data/schema/0001_plan.sql, with the plan's SRID filled in.
[[nodiscard]] std::string schemaText(int srid);

/// Writes the file of a new, empty plan: SpatiaLite's metadata with just the systems needed, the schema, the
/// land-use codes, the styles for QGIS and the first facts. mod_spatialite is loaded into a connection of its
/// own for this, and only for this.
/// \param path nothing lies there. \return Error::Unwritable, BadCrs or Sql; the file may be left half made
[[nodiscard]] Result<void>
writeNewPlan(const std::string& path, const std::string& name, const Crs& crs, const Catalogue& catalogue);

} // namespace tuban
