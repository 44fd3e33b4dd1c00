#pragma once

#include "geo/base/result.h"
#include "geo/plan/sqlite.h"

#include <string>
#include <string_view>

namespace tuban {

/// A connection with mod_spatialite loaded, for files that we make ourselves; never for a plan that is
/// opened.
/// \return Error::Unwritable, or Sql when the extension is missing (says which package brings it)
[[nodiscard]] Result<Connection> openAdminConnection(const std::string& path);

/// Runs statements one by one. SpatiaLite's functions say 0 instead of failing: a SELECT that gives a 0 is an
/// Error::Sql that names the statement.
[[nodiscard]] Result<void> runScript(sqlite3* handle, std::string_view sql);

} // namespace tuban
