#pragma once

#include "geo/base/result.h"
#include "geo/plan/plan.h"

namespace tuban {

/// Makes the plan's connection fit for filling a file that nobody knows yet and that is thrown away when it
/// does not become whole: nothing is synced, the schema may be changed, indexes may be written past SQLite's
/// own functions. Never for a file that others made. \pre no other connection to the file, no transaction
[[nodiscard]] Result<void> beginBuilding(const Plan& plan);
/// The connection and the file are as others again. \pre no transaction
[[nodiscard]] Result<void> endBuilding(const Plan& plan);

} // namespace tuban
