#pragma once

#include "geo/base/result.h"
#include "geo/plan/database.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace tuban {

/// Ids of the rows of a table that the journal's entries after `journal` touched, as their changesets tell.
/// \return nullopt when an entry does not tell: a bulk import, another program's edit, a merge
[[nodiscard]] Result<std::optional<std::set<std::int64_t>>>
rowsTouchedSince(const Database& database, const std::string& table, std::int64_t journal);

} // namespace tuban
