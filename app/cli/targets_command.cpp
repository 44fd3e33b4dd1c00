#include "app/cli/days.h"
#include "app/cli/exit_code.h"
#include "app/cli/invocation.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "app/cli/report_commands.h"
#include "app/cli/targets_report.h"
#include "geo/report/target_report.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <utility>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    std::string target; ///< file of the month's report
    ClockOptions clocks;
};

Result<void> saveTargets(const Options& options,
                         const Plan& plan,
                         const std::vector<TargetState>& ledger,
                         const Clocks& clocks,
                         const ReportWriter& writePdf,
                         const std::string& language) {
    if (options.target.empty()) {
        return {};
    }
    const auto before =
        targetLedger(plan, {.asOf = endOfMonthBefore(clocks.asOf), .knownBy = clocks.knownBy});
    return before
               ? writeReport(targetReport(plan, ledger, *before, clocks, language), options.target, writePdf)
               : std::unexpected(before.error());
}

Result<int> showTargets(const Options& options, const ReportWriter& writePdf, Invocation& invocation) {
    const auto plan = openPlan(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto clocks = readClocks(options.clocks, *plan);
    if (!clocks) {
        return std::unexpected(clocks.error());
    }
    const auto ledger = targetLedger(*plan, *clocks);
    if (!ledger) {
        return std::unexpected(ledger.error());
    }
    const auto& language = invocation.language();
    const auto saved = saveTargets(options, *plan, *ledger, *clocks, writePdf, language);
    if (!saved) {
        return std::unexpected(saved.error());
    }
    const auto answered =
        invocation.answer(invocation.json() ? jsonText(targetsDocument(*ledger, *clocks, language))
                                            : targetsTable(*ledger, language));
    return answered.transform([] { return exitDone; });
}

} // namespace

ExtraCommand targetsCommand(ReportWriter writePdf) {
    return {"targets",
            "The year's targets: plan, actual and where it should be on a day",
            "tuban targets gaoxin.sqlite --as-of 2024-08-21 --known-by 2024-08-21T01:30:00Z",
            [writePdf = std::move(writePdf)](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                addPlan(app, options->plan);
                addClocks(app, options->clocks);
                app.add_option("--to", options->target, "The month's report: .pdf, .docx, .xlsx or .html")
                    ->type_name("FILE");
                return [options, writePdf](Invocation& invocation) {
                    return showTargets(*options, writePdf, invocation);
                };
            }};
}

} // namespace tuban
