#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/info_document.h"
#include "app/cli/invocation.h"
#include "app/cli/options.h"
#include "geo/demo/demo.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string path;
    DemoOptions demo;
};

Result<int> makeDemoPlan(const Options& options, Invocation& invocation) {
    DemoOptions demo = options.demo;
    demo.inbox = demo.parcels == DemoOptions{}.parcels; // the district a new user meets
    if (const auto made = makeDemo(options.path, demo, invocation.progress()); !made) {
        return std::unexpected(made.error());
    }
    return answerInfo(options.path, invocation);
}

} // namespace

Command demoCommand() {
    return {"demo",
            "Make an illustrative district, the same for the same numbers",
            "tuban demo demo.sqlite --parcels 6000 --seed 1",
            [](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                addPlan(app, options->path);
                app.add_option(
                       "--parcels", options->demo.parcels, "How many parcels, up to a city of a million")
                    ->type_name("N")
                    ->check(CLI::Range(1, 2'000'000))
                    ->capture_default_str();
                app.add_option("--seed", options->demo.seed, "Another number makes another district")
                    ->type_name("S")
                    ->capture_default_str();
                return [options](Invocation& invocation) { return makeDemoPlan(*options, invocation); };
            }};
}

} // namespace tuban
