#include "app/cli/days.h"

#include "geo/base/instant.h"

#include <CLI/CLI.hpp>

#include <format>
#include <regex>

namespace tuban {

namespace {

Result<std::string> readInstant(const std::string& text) {
    static const std::regex instant("(\\d{4}-\\d{2}-\\d{2})T([01]\\d|2[0-3]):([0-5]\\d)(?::([0-5]\\d))?Z");
    const auto day = parseDay(text);
    if (day && text.find(':') == std::string::npos) {
        return *day + "T23:59:59Z";
    }
    if (std::smatch parts; day && std::regex_match(text, parts, instant)) {
        return std::format("{}T{}:{}:{}Z",
                           parts[1].str(),
                           parts[2].str(),
                           parts[3].str(),
                           parts[4].matched ? parts[4].str() : "59");
    }
    return failure(
        ErrorCode::Usage,
        std::format("--known-by takes an instant in UTC as 2024-08-21T01:30:00Z, or a day, not '{}'.", text));
}

} // namespace

void addClocks(CLI::App& app, ClockOptions& options) {
    app.add_option("--as-of", options.asOf, "How it stood on this day; otherwise the plan's today")
        ->type_name("DATE");
    app.add_option("--known-by", options.knownBy, "Only from marks that were written by then (UTC)")
        ->type_name("TIME");
}

Result<std::string> readDay(std::string_view option, const std::string& text) {
    if (auto day = parseDay(text)) {
        return *day;
    }
    return failure(ErrorCode::Usage, std::format("{} takes a day as YYYY-MM-DD, not '{}'.", option, text));
}

Result<Clocks> readClocks(const ClockOptions& options, const Plan& plan) {
    Clocks clocks{.asOf = plan.today(), .knownBy = ""};
    if (!options.asOf.empty()) {
        const auto day = readDay("--as-of", options.asOf);
        if (!day) {
            return std::unexpected(day.error());
        }
        clocks.asOf = *day;
    }
    if (!options.knownBy.empty()) {
        const auto instant = readInstant(options.knownBy);
        if (!instant) {
            return std::unexpected(instant.error());
        }
        clocks.knownBy = *instant;
    }
    return clocks;
}

} // namespace tuban
