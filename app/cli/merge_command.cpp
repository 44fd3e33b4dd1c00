#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/identity.h"
#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "app/cli/table.h"
#include "geo/plan/merge.h"

#include <CLI/CLI.hpp>

#include <format>
#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    std::string other;
    std::string by;
};

std::string nameOf(const MergeConflict& conflict) {
    return conflict.table + ":" + conflict.uid;
}

Json documentOf(const MergeReport& report, const Options& options) {
    Json conflicts = Json::array();
    for (const auto& conflict : report.conflicts) {
        conflicts.push_back({{"feature", nameOf(conflict)},
                             {"column", conflict.column.empty() ? Json(nullptr) : Json(conflict.column)},
                             {"base", conflict.base.empty() ? Json(nullptr) : Json(conflict.base)},
                             {"mine", conflict.mine},
                             {"theirs", conflict.theirs},
                             {"kept", conflict.keptMine ? "mine" : "theirs"}});
    }
    return {{"plan", options.plan},
            {"other", options.other},
            {"marks", report.marks},
            {"added", report.added},
            {"changed", report.changed},
            {"removed", report.removed},
            {"conflicts", std::move(conflicts)}};
}

std::string textOf(const MergeReport& report) {
    std::string text = std::format("{} marks, {} rows added, {} changed, {} removed, {} conflicts\n",
                                   report.marks,
                                   report.added,
                                   report.changed,
                                   report.removed,
                                   report.conflicts.size());
    if (report.conflicts.empty()) {
        return text;
    }
    Table table({{"feature"}, {"column"}, {"before"}, {"mine"}, {"theirs"}, {"kept"}});
    for (const auto& conflict : report.conflicts) {
        table.addRow({nameOf(conflict),
                      conflict.column,
                      conflict.base,
                      conflict.mine,
                      conflict.theirs,
                      conflict.keptMine ? "mine" : "theirs"});
    }
    return text + table.text();
}

Result<int> merge(const Options& options, Invocation& invocation) {
    invocation.letFinish();
    auto plan = openPlan(options.plan, OpenMode::ReadWrite);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto other = openPlan(options.other, OpenMode::ReadOnly);
    if (!other) {
        return std::unexpected(other.error());
    }
    const auto report = mergePlan(*plan, *other, actorOf(options.by, *plan, invocation));
    if (!report) {
        return std::unexpected(report.error());
    }
    const auto answered =
        invocation.answer(invocation.json() ? jsonText(documentOf(*report, options)) : textOf(*report));
    return answered.transform([] { return exitDone; });
}

} // namespace

Command mergeCommand() {
    return {"merge",
            "Bring in the marks and edits of another copy; both values of a conflict are kept",
            "tuban merge gaoxin.sqlite /media/usb/gaoxin-0821.sqlite",
            [](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                addPlan(app, options->plan);
                app.add_option("OTHER", options->other, "The other copy; it is only read")->required();
                addBy(app, options->by);
                return [options](Invocation& invocation) { return merge(*options, invocation); };
            }};
}

} // namespace tuban
