#pragma once

#include "geo/base/result.h"
#include "geo/plan/catalogue.h"
#include "geo/plan/database.h"

namespace tuban {

/// Looks through sqlite_schema before anything else is read: every table of the catalogue is a table and has
/// its columns; triggers on our tables are those of the schema or of SpatiaLite word for word; virtual tables
/// are only those a plan needs. Tables, views and triggers that others added for themselves are left alone.
/// \return Error::Corrupt naming what is wrong
[[nodiscard]] Result<void> auditSchema(const Database& database, const Catalogue& catalogue, int srid);

} // namespace tuban
