#pragma once

#include "app/cli/json.h"
#include "geo/plan/journal.h"
#include "geo/plan/plan.h"

#include <string>
#include <string_view>

namespace tuban {

/// {"path","name","crs","schema_version","today","stamp"} of an open plan.
[[nodiscard]] Json planDocument(const Plan& plan);

/// Name and path, system, and the day of a plan that has a clock of its own: the lines that head a table.
[[nodiscard]] std::string planHeading(const Plan& plan, std::string_view language);

/// {"uid","at","by","kind","what","layer","features","undone","undoes"}.
[[nodiscard]] Json entryDocument(const JournalEntry& entry);

} // namespace tuban
