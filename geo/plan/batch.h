#pragma once

#include "geo/base/result.h"
#include "geo/plan/changeset.h"
#include "geo/plan/journal.h"

#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// Uids of the rows a bulk import brought in and that are still there, in order of id.
[[nodiscard]] Result<std::vector<std::string>>
batchUids(const Database& database, const Layer& layer, std::string_view importUid);

/// Takes the rows of a bulk import out again, with their companions, search rows and states, inside the
/// caller's transaction. \return what was deleted, packed, oldest first; Error::Conflict with the first names
/// when rows were edited since
[[nodiscard]] Result<std::vector<Bytes>> deleteBatch(const Plan& plan, const JournalEntry& entry);

} // namespace tuban
