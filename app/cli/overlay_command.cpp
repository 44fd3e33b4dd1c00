#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/figures.h"
#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/measuring.h"
#include "app/cli/options.h"
#include "app/cli/table.h"
#include "geo/measure/overlay.h"
#include "geo/plan/snapshot_shapes.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <format>
#include <map>
#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    std::string of;
    std::string by;
    std::string zones;
    std::string method = "ellipsoidal";
};

struct Answer {
    std::shared_ptr<const LayerSnapshot> features, zones;
    std::vector<Value> keys;
    Overlay overlay;
};

/// Numbers the values of a column; `keys` gives the value of each number.
std::vector<std::uint32_t> groupsOf(const LayerSnapshot& snapshot, int column, std::vector<Value>& keys) {
    std::map<Value, std::uint32_t> numbers;
    std::vector<std::uint32_t> groups;
    groups.reserve(snapshot.size());
    for (const auto& page : snapshot.pages) {
        const CellRun& cells = page->cells[static_cast<std::size_t>(column)];
        for (std::size_t slot = 0; slot < page->size(); ++slot) {
            const auto [found, isNew] =
                numbers.try_emplace(cells[slot], static_cast<std::uint32_t>(keys.size()));
            if (isNew) {
                keys.push_back(found->first);
            }
            groups.push_back(found->second);
        }
    }
    return groups;
}

Result<Answer> compute(const Options& options, const Plan& plan, const Progress& progress) {
    const auto zones = readAreas(plan, "--within", options.zones, {}, progress);
    if (!zones) {
        return std::unexpected(zones.error());
    }
    std::vector<Box> windows;
    for (std::size_t zone = 0; zone < (*zones)->size(); ++zone) {
        windows.push_back((*zones)->box(zone));
    }
    const auto features = readAreas(plan, "--of", options.of, {options.by}, progress, std::move(windows));
    if (!features) {
        return std::unexpected(features.error());
    }
    Box extent = (*features)->bounds();
    extent.add((*zones)->bounds());
    const auto scale = scaleFor(plan, options.method, extent);
    if (!scale) {
        return std::unexpected(scale.error());
    }
    Answer answer{.features = *features, .zones = *zones, .keys = {}, .overlay = {}};
    const auto groups = groupsOf(**features, (*features)->columnIndex(options.by), answer.keys);
    auto result = overlay({.features = shapesOf(**features),
                           .groupOf = groups,
                           .groups = answer.keys.size(),
                           .zones = shapesOf(**zones),
                           .scale = &*scale},
                          progress);
    if (!result) {
        return std::unexpected(result.error());
    }
    answer.overlay = std::move(*result);
    return answer;
}

/// Groups with a part in the zone, largest first; small corners count with their area alone.
std::vector<std::size_t> present(const Overlay::Zone& zone) {
    std::vector<std::size_t> order;
    for (std::size_t group = 0; group < zone.groups.size(); ++group) {
        if (zone.groups[group].areaM2 > 0) {
            order.push_back(group);
        }
    }
    std::ranges::stable_sort(
        order, std::ranges::greater{}, [&](std::size_t group) { return zone.groups[group].areaM2; });
    return order;
}

std::string answerJson(const Options& options, const Plan& plan, const Answer& answer) {
    const Layer& layer = *plan.catalogue().layer(options.zones);
    Json document{{"of", options.of},
                  {"by", options.by},
                  {"within", options.zones},
                  {"method", options.method},
                  {"zones", Json::array()}};
    for (std::size_t z = 0; z < answer.overlay.zones.size(); ++z) {
        const Overlay::Zone& zone = answer.overlay.zones[z];
        Json groups = Json::array();
        for (const std::size_t group : present(zone)) {
            groups.push_back({{"key", jsonOf(answer.keys[group])},
                              {"count", zone.groups[group].count},
                              {"area_m2", zone.groups[group].areaM2}});
        }
        document["zones"].push_back({{"uid", answer.zones->uid(z)},
                                     {"name", nameOf(layer, *answer.zones, z)},
                                     {"area_m2", zone.areaM2},
                                     {"groups", std::move(groups)},
                                     {"none_m2", zone.noneM2},
                                     {"double_m2", zone.doubleM2}});
    }
    return jsonText(document);
}

std::string
answerText(const Options& options, const Plan& plan, const Answer& answer, const std::string& language) {
    using enum Table::Align;
    const Column* const column = plan.catalogue().layer(options.of)->column(options.by);
    Table table({{options.zones},
                 {options.by},
                 {column->title.in(language)},
                 {"count", Right},
                 {std::format("m² ({})", options.method), Right},
                 {"亩", Right},
                 {"ha", Right}});
    const auto row =
        [&](const std::string& zone, std::string key, std::string label, std::string count, double m2) {
            std::vector<std::string> cells{zone, std::move(key), std::move(label), std::move(count)};
            std::ranges::move(areaCells(m2), std::back_inserter(cells));
            table.addRow(std::move(cells));
        };
    for (std::size_t z = 0; z < answer.overlay.zones.size(); ++z) {
        const Overlay::Zone& zone = answer.overlay.zones[z];
        const std::string name = nameOf(*plan.catalogue().layer(options.zones), *answer.zones, z);
        for (const std::size_t group : present(zone)) {
            row(name,
                toText(answer.keys[group]),
                plan.catalogue().label(*column, answer.keys[group], language),
                grouped(zone.groups[group].count),
                zone.groups[group].areaM2);
        }
        row(name, "none", "", "", zone.noneM2);
        row(name, "double", "", "", zone.doubleM2);
        row(name, "zone", "", "", zone.areaM2);
    }
    return table.text();
}

void warnOfRepairs(Invocation& invocation, const LayerSnapshot& snapshot, const auto& repairs) {
    for (const auto& [index, reason] : repairs) {
        invocation.warn(std::format("{}:{} is invalid ({}) and was repaired for this calculation.",
                                    snapshot.layer,
                                    snapshot.uid(index),
                                    reason));
    }
}

Result<int> answerOverlay(const Options& options, Invocation& invocation) {
    const auto plan = openPlan(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto answer = compute(options, *plan, invocation.progress());
    if (!answer) {
        return std::unexpected(answer.error());
    }
    warnOfRepairs(invocation, *answer->features, answer->overlay.repairedFeatures);
    warnOfRepairs(invocation, *answer->zones, answer->overlay.repairedZones);
    return invocation
        .answer(invocation.json() ? answerJson(options, *plan, *answer)
                                  : answerText(options, *plan, *answer, invocation.language()))
        .transform([] { return exitDone; });
}

} // namespace

Command overlayCommand() {
    return {
        "overlay",
        "Areas of a layer by the values of a column inside each feature of another, cut exactly",
        "tuban overlay gaoxin.sqlite --of parcel --by lu_code --within renewal_zone",
        [](CLI::App& app) -> CommandAction {
            auto options = std::make_shared<Options>();
            addPlan(app, options->plan);
            app.add_option("--of", options->of, "Layer to be cut")->type_name("LAYER")->required();
            app.add_option("--by", options->by, "Column to group by")->type_name("COLUMN")->required();
            app.add_option("--within", options->zones, "Layer of the zones")->type_name("LAYER")->required();
            addMethod(app, options->method);
            return [options](Invocation& invocation) { return answerOverlay(*options, invocation); };
        }};
}

} // namespace tuban
