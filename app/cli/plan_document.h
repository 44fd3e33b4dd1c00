#pragma once

#include "app/cli/json.h"
#include "geo/plan/journal.h"
#include "geo/plan/plan.h"

#include <string>
#include <string_view>

namespace tuban {

/// {"path","name","crs","schema_version"} of an open plan.
[[nodiscard]] Json planDocument(const Plan& plan);

/// "The plan "name" is in EPSG:4547 …": two lines that head a table.
[[nodiscard]] std::string planHeading(const Plan& plan, std::string_view language);

/// {"uid","at","by","kind","what","layer","features","undone","undoes"}.
[[nodiscard]] Json entryDocument(const JournalEntry& entry);

} // namespace tuban
