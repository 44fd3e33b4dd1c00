#pragma once

#include "app/cli/invocation.h"
#include "geo/plan/plan.h"

#include <string>
#include <string_view>

namespace tuban {

/// Who acts: `given` (--by), else TUBAN_BY of the environment, else the user the plan names, else the login
/// name with a warning.
[[nodiscard]] std::string actorOf(std::string_view given, const Plan& plan, Invocation& invocation);

} // namespace tuban
