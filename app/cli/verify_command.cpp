#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/export_report.h"
#include "app/cli/invocation.h"
#include "app/cli/open_plan.h"
#include "geo/exchange/export.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string path;
    std::string plan;
};

Result<int> verifyPath(const Options& options, Invocation& invocation) {
    const auto plan = openPlan(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto report = verifyExport(*plan, options.path, invocation.progress());
    if (!report) {
        return std::unexpected(report.error());
    }
    const auto answered =
        invocation.answer(invocation.json() ? jsonText(verifyDocument(*report)) : verifyText(*report));
    return answered.transform([&report] { return report->equal ? exitDone : exitFindings; });
}

} // namespace

Command verifyCommand() {
    return {"verify",
            "Read an export again and compare it with the plan",
            "tuban verify parcels.shp --against gaoxin.sqlite",
            [](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                app.add_option("PATH", options->path, "The exported file or folder")->required();
                app.add_option("--against", options->plan, "The plan it came from")
                    ->type_name("PLAN")
                    ->required();
                return [options](Invocation& invocation) { return verifyPath(*options, invocation); };
            }};
}

} // namespace tuban
