#pragma once

#include "geo/base/result.h"

#include <string>

namespace tuban {

/// Name for a file that is made beside `path` and published when it is whole.
[[nodiscard]] std::string unfinishedName(const std::string& path);

/// Puts a finished file on disk under its name: fsync, then a rename that replaces nothing.
/// \return Error::Unwritable; the unfinished file is removed then
[[nodiscard]] Result<void> publishFile(const std::string& unfinished, const std::string& path);

/// Removes an unfinished SQLite file with what may lie beside it.
void removeUnfinished(const std::string& unfinished);

} // namespace tuban
