#include "app/cli/commands.h"
#include "app/cli/days.h"
#include "app/cli/exit_code.h"
#include "app/cli/figures.h"
#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "app/cli/table.h"
#include "geo/works/idle.h"

#include <CLI/CLI.hpp>

#include <array>
#include <format>
#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    std::string within;
    ClockOptions clocks;
};

constexpr std::array states{
    IdleState::Suspected, IdleState::Decided, IdleState::Soon, IdleState::Unknown, IdleState::NotDue};

Json textOrNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json entryOf(const IdleParcel& parcel) {
    const auto& judgement = parcel.judgement;
    return {{"uid", parcel.uid},
            {"parcel_no", textOrNull(parcel.parcelNo)},
            {"name", textOrNull(parcel.name)},
            {"area_m2", parcel.areaM2},
            {"start_due", textOrNull(parcel.facts.startDue)},
            {"days_over", judgement.daysOver},
            {"state", codeOf(judgement.state)},
            {"rule", textOrNull(judgement.rule)},
            {"missing", judgement.missing},
            {"cause", textOrNull(parcel.cause)},
            {"actual_start", textOrNull(parcel.facts.actualStart)},
            {"halted_since", textOrNull(parcel.facts.haltedSince)}};
}

struct Total {
    int count = 0;
    double areaM2 = 0;
};

Total totalOf(const std::vector<IdleParcel>& parcels, IdleState state) {
    Total total;
    for (const auto& parcel : parcels) {
        if (parcel.judgement.state == state) {
            ++total.count;
            total.areaM2 += parcel.areaM2;
        }
    }
    return total;
}

Json documentOf(const std::vector<IdleParcel>& parcels, const Clocks& clocks) {
    Json list = Json::array();
    for (const auto& parcel : parcels) {
        list.push_back(entryOf(parcel));
    }
    Json totals = Json::object();
    for (const auto state : states) {
        const auto total = totalOf(parcels, state);
        totals[std::string(codeOf(state))] = {{"count", total.count}, {"area_m2", total.areaM2}};
    }
    return {{"as_of", clocks.asOf}, {"parcels", std::move(list)}, {"totals", std::move(totals)}};
}

std::string labelOf(IdleState state, const std::string& language) {
    static constexpr std::array<std::string_view, 5> labels{
        "未到期", "即将到期", "疑似闲置", "已认定闲置", "无法判断"};
    return language == "zh" ? std::string(labels[static_cast<std::size_t>(state)])
                            : std::string(codeOf(state));
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

/// What is not due yet is only counted.
std::string tableOf(const std::vector<IdleParcel>& parcels, const std::string& language) {
    using Align = Table::Align;
    Table table({{"parcel"},
                 {"name"},
                 {"m²", Align::Right},
                 {"mu", Align::Right},
                 {"ha", Align::Right},
                 {"start due"},
                 {"days over", Align::Right},
                 {"state"},
                 {"rule"},
                 {"missing"},
                 {"cause"}});
    for (const auto& parcel : parcels) {
        if (parcel.judgement.state == IdleState::NotDue) {
            continue;
        }
        std::vector<std::string> row{parcel.parcelNo, parcel.name};
        for (auto& figure : areaCells(parcel.areaM2)) {
            row.push_back(std::move(figure));
        }
        row.insert(row.end(),
                   {parcel.facts.startDue,
                    std::to_string(parcel.judgement.daysOver),
                    labelOf(parcel.judgement.state, language),
                    parcel.judgement.rule,
                    joined(parcel.judgement.missing),
                    parcel.cause});
        table.addRow(std::move(row));
    }
    std::string text = table.text();
    for (const auto state : states) {
        const auto total = totalOf(parcels, state);
        text += std::format(
            "{}: {}, {} ha\n", labelOf(state, language), total.count, grouped(total.areaM2 / 10000, 4));
    }
    return text;
}

Result<std::optional<FeatureRef>> boundary(const Options& options, const Plan& plan) {
    if (options.within.empty()) {
        return std::optional<FeatureRef>();
    }
    auto ref = parseFeatureRef(options.within, plan.catalogue());
    return ref ? Result<std::optional<FeatureRef>>(std::move(*ref)) : within("--within", ref.error());
}

Result<int> showIdle(const Options& options, Invocation& invocation) {
    const auto plan = openPlan(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto clocks = readClocks(options.clocks, *plan);
    const auto inside = boundary(options, *plan);
    if (!clocks || !inside) {
        return std::unexpected(clocks ? inside.error() : clocks.error());
    }
    const auto parcels = idleParcels(*plan, *clocks, *inside);
    if (!parcels) {
        return std::unexpected(parcels.error());
    }
    const auto answered = invocation.answer(invocation.json() ? jsonText(documentOf(*parcels, *clocks))
                                                              : tableOf(*parcels, invocation.language()));
    return answered.transform([] { return exitDone; });
}

} // namespace

Command idleCommand() {
    return {
        "idle",
        "Supplied parcels that are or may become idle, and what is missing to know",
        "tuban idle gaoxin.sqlite --as-of 2024-08-21 --within area_unit:018f2c9e-0000-7000-8000-000000000001",
        [](CLI::App& app) -> CommandAction {
            auto options = std::make_shared<Options>();
            addPlan(app, options->plan);
            addClocks(app, options->clocks);
            app.add_option("--within", options->within, "Only parcels that lie in this area")
                ->type_name("layer:uid");
            return [options](Invocation& invocation) { return showIdle(*options, invocation); };
        }};
}

} // namespace tuban
