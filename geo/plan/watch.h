#pragma once

#include "geo/base/result.h"
#include "geo/plan/plan.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace tuban {

/// What tells that a plan was changed, and where. Plain value.
struct PlanPulse {
    std::int64_t journal = 0;                  ///< number of the newest journal entry
    std::int64_t marks = 0;                    ///< number of the newest progress mark
    std::map<std::string, std::string> tables; ///< table of shapes → stamps that SpatiaLite's triggers write
};

/// Moves when another connection commits to the plan; own commits leave it alone.
[[nodiscard]] Result<std::int64_t> dataVersion(const Plan& plan);

[[nodiscard]] Result<PlanPulse> readPulse(const Plan& plan);

/// Tables whose stamps differ between two pulses.
[[nodiscard]] std::vector<std::string> tablesChanged(const PlanPulse& before, const PlanPulse& after);

} // namespace tuban
