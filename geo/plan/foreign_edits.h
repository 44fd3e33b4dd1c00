#pragma once

#include "geo/base/result.h"
#include "geo/plan/plan.h"

namespace tuban {

/// Catches up with what other programs (QGIS, ogr2ogr) did to the layers since we last looked: an entry of
/// kind `foreign` for each layer in the journal, with the features that can be told; search rows, states and
/// the courtesy columns of areas made right. Seen by SpatiaLite's stamps, which its triggers keep for every
/// program. A plan open for reading is only looked at. Call it when `PRAGMA data_version` moves; acts and
/// undo begin with it by themselves. \return true when somebody had edited; Error::Busy, Corrupt, Sql
[[nodiscard]] Result<bool> catchUpForeignEdits(Plan& plan);

/// The same inside the caller's transaction.
[[nodiscard]] Result<bool> catchUpInTransaction(const Plan& plan);

/// Takes the stamps as they are now for seen, at the end of a transaction of ours.
[[nodiscard]] Result<void> rememberStamps(const Plan& plan);

} // namespace tuban
