#pragma once

#include "app/cli/json.h"
#include "geo/exchange/import.h"

#include <string>

namespace tuban {

[[nodiscard]] Json importDocument(const ImportReport& report);

/// The report for people: what came in and how, then a list of what needs a look.
[[nodiscard]] std::string importText(const ImportReport& report);

} // namespace tuban
