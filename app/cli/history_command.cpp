#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/figures.h"
#include "app/cli/invocation.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "app/cli/plan_document.h"
#include "app/cli/table.h"
#include "geo/plan/features.h"
#include "geo/plan/journal.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    std::string feature;
};

std::string historyText(const std::vector<JournalEntry>& entries) {
    Table table({{"at"}, {"by"}, {"kind"}, {"features", Table::Align::Right}, {"what"}, {"state"}});
    for (const JournalEntry& entry : entries) {
        table.addRow({entry.at,
                      entry.by,
                      entry.kind,
                      grouped(entry.features),
                      entry.what,
                      entry.undone ? "undone" : ""});
    }
    return table.text();
}

Result<int> showHistory(const Options& options, Invocation& invocation) {
    const auto plan = openPlan(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    FeatureRef feature;
    if (!options.feature.empty()) {
        auto parsed = parseFeatureRef(options.feature, plan->catalogue());
        if (!parsed) {
            return std::unexpected(parsed.error());
        }
        feature = std::move(*parsed);
    }
    const auto entries = history(*plan, feature.layer, feature.uid);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    Json document{{"entries", Json::array()}};
    for (const JournalEntry& entry : *entries) {
        document["entries"].push_back(entryDocument(entry));
    }
    const auto answered = invocation.answer(invocation.json() ? jsonText(document) : historyText(*entries));
    return answered.transform([] { return exitDone; });
}

} // namespace

Command historyCommand() {
    return {"history",
            "Who did what and when, newest first",
            "tuban history gaoxin.sqlite",
            [](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                addPlan(app, options->plan);
                app.add_option("FEATURE", options->feature, "Only what touched this one, as layer:uid");
                return [options](Invocation& invocation) { return showHistory(*options, invocation); };
            }};
}

} // namespace tuban
