#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/invocation.h"
#include "app/cli/options.h"
#include "app/cli/plan_document.h"
#include "geo/plan/plan.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string path;
    NewPlan plan;
};

Result<int> makePlan(const Options& options, Invocation& invocation) {
    invocation.letFinish();
    const auto plan = Plan::create(options.path, options.plan);
    if (!plan) {
        // The system comes from the option alone, so a bad one is the caller's.
        const ErrorCode code = plan.error().code;
        return failure(code == ErrorCode::BadCrs ? ErrorCode::Usage : code, plan.error().message);
    }
    const Json document{{"plan", planDocument(*plan)}};
    const auto answered =
        invocation.answer(invocation.json() ? jsonText(document) : planHeading(*plan, invocation.language()));
    return answered.transform([] { return exitDone; });
}

} // namespace

Command newCommand() {
    return {"new",
            "Make an empty plan",
            "tuban new gaoxin.sqlite --crs EPSG:4547 --name 高新区",
            [](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                addPlan(app, options->path);
                app.add_option("--crs", options->plan.crs, "Projected system of the plan, in metres")
                    ->type_name("CRS")
                    ->capture_default_str();
                app.add_option("--name", options->plan.name, "Name of the plan; otherwise that of the file")
                    ->type_name("TEXT");
                return [options](Invocation& invocation) { return makePlan(*options, invocation); };
            }};
}

} // namespace tuban
