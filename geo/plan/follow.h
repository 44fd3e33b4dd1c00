#pragma once

#include "geo/base/result.h"
#include "geo/plan/catalogue.h"
#include "geo/plan/database.h"

#include <string>
#include <vector>

namespace tuban {

/// Brings what follows from rows up to date after they were put back, changed by others or taken away: search
/// rows and states. Inside the caller's transaction.
[[nodiscard]] Result<void>
refreshFeatures(const Database& database, const Layer& layer, const std::vector<std::string>& uids);

} // namespace tuban
