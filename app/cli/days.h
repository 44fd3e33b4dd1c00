#pragma once

#include "geo/base/result.h"
#include "geo/plan/plan.h"
#include "geo/works/mark_log.h"

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace tuban {

struct ClockOptions {
    std::string asOf;
    std::string knownBy;
};

/// Adds --as-of and --known-by.
void addClocks(CLI::App& app, ClockOptions& options);

/// The day of an option, YYYY-MM-DD. \return Error::Usage that names the option
[[nodiscard]] Result<std::string> readDay(std::string_view option, const std::string& text);

/// Both clocks; the plan's today where --as-of is not given. --known-by takes an instant in UTC
/// (2024-08-21T01:30:00Z), or a day, meant to its end. \return Error::Usage
[[nodiscard]] Result<Clocks> readClocks(const ClockOptions& options, const Plan& plan);

} // namespace tuban
