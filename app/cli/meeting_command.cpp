#include "app/cli/days.h"
#include "app/cli/exit_code.h"
#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "app/cli/report_commands.h"
#include "geo/report/meeting_report.h"

#include <CLI/CLI.hpp>

#include <format>
#include <memory>
#include <utility>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    std::string since;
    std::string target; ///< file to make
    std::string until;
    std::string knownBy;
};

/// The day of an option; empty when it is not given.
Result<std::string> dayOf(std::string_view option, const std::string& text) {
    return text.empty() ? Result<std::string>() : readDay(option, text);
}

Result<MeetingWeek> weekOf(const Options& options, const Plan& plan) {
    const auto since = dayOf("--since", options.since);
    const auto until = dayOf("--until", options.until);
    if (!since || !until) {
        return std::unexpected(since ? until.error() : since.error());
    }
    const auto clocks = readClocks({.asOf = *until, .knownBy = options.knownBy}, plan);
    return clocks ? meetingWeek(plan, *since, *clocks) : std::unexpected(clocks.error());
}

Result<int> writeMeeting(const Options& options, const ReportWriter& writePdf, Invocation& invocation) {
    const auto plan = openPlan(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto week = weekOf(options, *plan);
    if (!week) {
        return std::unexpected(week.error());
    }
    const auto report = meetingReport(*plan, *week, invocation.language());
    if (!report) {
        return std::unexpected(report.error());
    }
    if (auto saved = writeReport(*report, options.target, writePdf); !saved) {
        return std::unexpected(saved.error());
    }
    Json lists = Json::array();
    std::string text;
    for (const auto& list : report->lists) {
        lists.push_back({{"title", list.title}, {"rows", list.rows.size()}});
        text += std::format("{}: {}\n", list.title, list.rows.size());
    }
    const Json document{{"since", week->since},
                        {"until", week->until},
                        {"file", options.target},
                        {"lists", std::move(lists)}};
    const auto answered =
        invocation.answer(invocation.json() ? jsonText(document) : text + options.target + "\n");
    return answered.transform([] { return exitDone; });
}

} // namespace

ExtraCommand meetingCommand(ReportWriter writePdf) {
    return {"meeting",
            "The sheet of the weekly meeting: decisions, started, moved on, slipped, silent, due, targets",
            "tuban meeting gaoxin.sqlite --since 2024-08-14 --until 2024-08-21 --to 例会.docx",
            [writePdf = std::move(writePdf)](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                addPlan(app, options->plan);
                app.add_option("--since",
                               options->since,
                               "Day of the meeting before; otherwise of the last that was closed")
                    ->type_name("DATE");
                app.add_option("--until", options->until, "Day of this meeting; otherwise the plan's today")
                    ->type_name("DATE");
                app.add_option("--known-by",
                               options->knownBy,
                               "Only from marks that were written by then (UTC); otherwise by when the "
                               "meeting was closed")
                    ->type_name("TIME");
                app.add_option("--to", options->target, "File to make: .pdf, .docx, .xlsx or .html")
                    ->type_name("FILE")
                    ->required();
                return [options, writePdf](Invocation& invocation) {
                    return writeMeeting(*options, writePdf, invocation);
                };
            }};
}

} // namespace tuban
