#pragma once

#include "app/cli/invocation.h"
#include "geo/base/result.h"

#include <string>

namespace tuban {

/// Answers with what the plan at `path` holds, as `tuban info` does.
[[nodiscard]] Result<int> answerInfo(const std::string& path, Invocation& invocation);

} // namespace tuban
