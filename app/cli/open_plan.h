#pragma once

#include "geo/plan/plan.h"

#include <string>

namespace tuban {

/// Plan::open with the wait for a plan that another program holds: TUBAN_BUSY_TIMEOUT_MS of the environment
/// where it is set, for scripts that would rather fail at once; ten seconds otherwise.
[[nodiscard]] Result<Plan> openPlan(const std::string& path, OpenMode mode);

} // namespace tuban
