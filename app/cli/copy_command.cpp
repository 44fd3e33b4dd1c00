#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "geo/plan/plan.h"

#include <CLI/CLI.hpp>

#include <format>
#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    std::string target;
};

Result<int> copyPlan(const Options& options, Invocation& invocation) {
    invocation.letFinish();
    const auto plan = openPlan(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    if (const auto copied = plan->copyTo(options.target); !copied) {
        return std::unexpected(copied.error());
    }
    const Json document{{"plan", options.plan}, {"copy", options.target}};
    const auto answered = invocation.answer(
        invocation.json() ? jsonText(document)
                          : std::format("{} is a whole copy of {}\n", options.target, options.plan));
    return answered.transform([] { return exitDone; });
}

} // namespace

Command copyCommand() {
    return {"copy",
            "Copy a plan whole, also while it is open elsewhere",
            "tuban copy gaoxin.sqlite /media/usb/gaoxin-0821.sqlite",
            [](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                addPlan(app, options->plan);
                app.add_option("TO", options->target, "Where the copy goes")->required();
                return [options](Invocation& invocation) { return copyPlan(*options, invocation); };
            }};
}

} // namespace tuban
