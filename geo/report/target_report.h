#pragma once

#include "geo/report/report.h"
#include "geo/works/target.h"

#include <string>
#include <vector>

namespace tuban {

/// The month's report of targets: number, task, plan of the year, this month, to date, share, judgement,
/// problems, next steps, who. \param before the ledger on the last day of the month before, for what came in
/// this month \param language "zh" or "en"
[[nodiscard]] Report targetReport(const Plan& plan,
                                  const std::vector<TargetState>& ledger,
                                  const std::vector<TargetState>& before,
                                  const Clocks& clocks,
                                  const std::string& language);

/// The last day of the month before a day.
[[nodiscard]] std::string endOfMonthBefore(const std::string& day);

} // namespace tuban
