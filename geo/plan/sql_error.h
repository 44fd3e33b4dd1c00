#pragma once

#include "geo/base/result.h"

#include <string_view>

struct sqlite3;

namespace tuban {

/// The connection's last failure as an Error that names its file; see Database::lastError.
[[nodiscard]] Error sqlError(sqlite3* handle, std::string_view doing);
/// The same for a result code that is not the connection's last one (session and backup calls).
[[nodiscard]] Error sqlError(sqlite3* handle, int code, std::string_view doing);

} // namespace tuban
