#include "app/cli/open_plan.h"

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace tuban {

namespace {

int busyTimeoutMs() {
    const char* const variable = std::getenv("TUBAN_BUSY_TIMEOUT_MS");
    const std::string_view text = variable == nullptr ? "" : variable;
    int timeoutMs = defaultBusyTimeoutMs;
    std::from_chars(text.data(), text.data() + text.size(), timeoutMs);
    return timeoutMs;
}

} // namespace

Result<Plan> openPlan(const std::string& path, OpenMode mode) {
    return Plan::open(path, mode, busyTimeoutMs());
}

} // namespace tuban
