#pragma once

#include "app/cli/json.h"
#include "geo/works/target.h"

#include <string>
#include <vector>

namespace tuban {

[[nodiscard]] Json
targetsDocument(const std::vector<TargetState>& ledger, const Clocks& clocks, const std::string& language);
/// The same for people.
[[nodiscard]] std::string targetsTable(const std::vector<TargetState>& ledger, const std::string& language);

} // namespace tuban
