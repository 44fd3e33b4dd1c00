#pragma once

#include "geo/base/result.h"
#include "geo/plan/catalogue.h"
#include "geo/plan/database.h"

#include <string_view>

namespace tuban {

/// Brings the row of table `state_now` of one feature up to date, inside the caller's transaction: stage,
/// percent and state each from the newest live mark that says one, the stage of the row otherwise; no row
/// when nothing is known. The light is left to the rules of works.
[[nodiscard]] Result<void>
refreshStateNow(const Database& database, const Layer& layer, std::string_view uid);

} // namespace tuban
