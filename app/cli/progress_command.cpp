#include "app/cli/commands.h"
#include "app/cli/days.h"
#include "app/cli/exit_code.h"
#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "app/cli/progress_report.h"

#include <CLI/CLI.hpp>

#include <format>
#include <map>
#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    std::string layer;
    std::string since;
    ClockOptions clocks;
};

/// How it stood on the earlier day, by layer:uid.
using Before = std::map<std::string, FeatureProgress, std::less<>>;

bool moved(const FeatureProgress& now, const Before& before) {
    const auto old = before.find(featureName(now));
    return old == before.end() || old->second.stage() != now.stage() ||
           old->second.state.percent != now.state.percent || old->second.state.lastSeen != now.state.lastSeen;
}

void sayDifferences(const std::vector<FeatureProgress>& all, Invocation& invocation) {
    for (const auto& each : all) {
        if (const auto points = each.statedDifference()) {
            invocation.warn(std::format("{} {}: {} stated, {} measured",
                                        featureName(each),
                                        each.name,
                                        percentText(each.state.statedPercent),
                                        percentText(each.state.percent)));
        }
    }
}

Result<Before>
readBefore(const Plan& plan, const MarkLog& log, ProgressQuery query, const std::string& since) {
    Before before;
    if (since.empty()) {
        return before;
    }
    const auto day = readDay("--since", since);
    if (!day) {
        return std::unexpected(day.error());
    }
    query.clocks.asOf = *day;
    auto all = progressOf(plan, log, query);
    if (!all) {
        return std::unexpected(all.error());
    }
    for (auto& each : *all) {
        std::string name = featureName(each);
        before.emplace(std::move(name), std::move(each));
    }
    return before;
}

/// What has always been there and nobody ever marked is no work: it would hide those that are.
bool isNoWork(const FeatureProgress& each, const LightsByLayer& lights) {
    return each.state.lastSeen.empty() && lightOf(lights, each.feature) == nullptr;
}

std::vector<std::string> layersOf(const Options& options) {
    return options.layer.empty() ? std::vector<std::string>() : std::vector{options.layer};
}

Result<std::string> progressAnswer(const Options& options, const Plan& plan, Invocation& invocation) {
    const auto clocks = readClocks(options.clocks, plan);
    if (!clocks) {
        return std::unexpected(clocks.error());
    }
    const auto log = MarkLog::read(plan, clocks->knownBy);
    if (!log) {
        return std::unexpected(log.error());
    }
    const ProgressQuery query{.layer = options.layer, .clocks = *clocks};
    auto all = progressOf(plan, *log, query);
    const auto before = readBefore(plan, *log, query, options.since);
    if (!all || !before) {
        return std::unexpected(all ? before.error() : all.error());
    }
    if (!options.since.empty()) {
        std::erase_if(*all, [&](const FeatureProgress& each) { return !moved(each, *before); });
    }
    const auto lights = readLights(plan, *log, *clocks, layersOf(options));
    if (!lights) {
        return std::unexpected(lights.error());
    }
    if (options.layer.empty()) {
        std::erase_if(*all, [&](const FeatureProgress& each) { return isNoWork(each, *lights); });
    }
    sayDifferences(*all, invocation);
    if (!invocation.json()) {
        return progressTable(*all, *lights, invocation.language());
    }
    Json features = Json::array();
    for (const auto& each : *all) {
        const auto old = before->find(featureName(each));
        features.push_back(progressEntry(each,
                                         lightOf(*lights, each.feature),
                                         old == before->end() ? nullptr : &old->second,
                                         invocation.language()));
    }
    Json document{{"as_of", clocks->asOf}, {"features", std::move(features)}};
    if (!options.since.empty()) {
        document["since"] = options.since;
    }
    return jsonText(document);
}

Result<int> showProgress(const Options& options, Invocation& invocation) {
    const auto plan = openPlan(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto answered = progressAnswer(options, *plan, invocation).and_then([&](const std::string& text) {
        return invocation.answer(text);
    });
    return answered.transform([] { return exitDone; });
}

} // namespace

Command progressCommand() {
    return {"progress",
            "How far works have come, by length and area where stretches and parts were marked",
            "tuban progress gaoxin.sqlite --layer road_project --as-of 2024-08-21 --since 2024-08-14",
            [](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                addPlan(app, options->plan);
                app.add_option("--layer", options->layer, "Only this layer, all of it; otherwise all works")->type_name("L");
                addClocks(app, options->clocks);
                app.add_option("--since", options->since, "Only what has moved since, with how it stood then")
                    ->type_name("DATE");
                return [options](Invocation& invocation) { return showProgress(*options, invocation); };
            }};
}

} // namespace tuban
