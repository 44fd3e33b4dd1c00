#include "app/cli/options.h"

#include "geo/base/text.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <format>

namespace tuban {

void addPlan(CLI::App& app, std::string& path) {
    app.add_option("PLAN", path, "The plan file (.sqlite)")->required();
}

void addBy(CLI::App& app, std::string& by) {
    app.add_option("--by", by, "Who does it; otherwise TUBAN_BY, or the user the plan names")
        ->type_name("NAME");
}

void oneOf(CLI::Option& option, std::vector<std::string> words) {
    option.type_name(CLI::detail::join(words, "|"));
    option.check([words = std::move(words)](const std::string& given) -> std::string {
        if (std::ranges::contains(words, given)) {
            return {};
        }
        const std::string near = nearestName(given, words);
        return std::format("'{}' is not one of {}{}",
                           given,
                           CLI::detail::join(words, ", "),
                           near.empty() ? "" : std::format("; did you mean '{}'?", near));
    });
}

} // namespace tuban
