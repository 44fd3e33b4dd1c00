#pragma once

#include "geo/base/result.h"
#include "geo/plan/changeset.h"
#include "geo/plan/features.h"
#include "geo/plan/journal.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tuban {

/// Layer (or `progress_mark`) and uid.
using TouchedFeatures = std::set<std::pair<std::string, std::string>>;

/// Tables whose rows are put back by changesets: layers, their companions, and what the planner writes about
/// works. Not marks, photos and readings (append-only), nor what follows by itself (R-trees, search, states).
[[nodiscard]] std::vector<std::string> recordedTables(const Catalogue& catalogue);

/// Writes an entry with its pieces and features, inside the caller's transaction; fills in id and instant.
[[nodiscard]] Result<JournalEntry> writeJournal(const Database& database,
                                                JournalEntry entry,
                                                const std::vector<Bytes>& pieces,
                                                const TouchedFeatures& touched);

/// The unpacked pieces of an entry, oldest first.
[[nodiscard]] Result<std::vector<Bytes>> readPieces(const Database& database, std::int64_t journalId);
[[nodiscard]] Result<TouchedFeatures> readTouched(const Database& database, std::int64_t journalId);
/// \return Error::NotFound
[[nodiscard]] Result<JournalEntry> readEntry(const Database& database, std::string_view uid);

} // namespace tuban
