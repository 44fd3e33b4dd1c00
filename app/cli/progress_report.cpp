#include "app/cli/progress_report.h"

#include "app/cli/figures.h"
#include "app/cli/table.h"

#include <format>

namespace tuban {

namespace {

Json textOrNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

template <class Number>
Json numberOrNull(const std::optional<Number>& number) {
    return number ? Json(*number) : Json(nullptr);
}

std::string byName(WorkState::By by) {
    switch (by) {
    case WorkState::By::Length:
        return "length";
    case WorkState::By::Area:
        return "area";
    case WorkState::By::Stated:
        return "stated";
    }
    return {};
}

Json stageCode(const Layer& layer, int rank) {
    return rank == noRank ? Json(nullptr) : Json(layer.stages[static_cast<std::size_t>(rank)].code);
}

Json stretchesOf(const Layer& layer, const std::vector<Tile>& tiles) {
    Json stretches = Json::array();
    for (const auto& tile : tiles) {
        stretches.push_back(
            {{"stage", stageCode(layer, tile.rank)}, {"from_m", tile.fromM}, {"to_m", tile.toM}});
    }
    return stretches;
}

/// What of the whole has come to each stage or further.
Json sharesOf(const FeatureProgress& each) {
    Json shares = Json::array();
    for (std::size_t rank = 0; rank < each.layer->stages.size(); ++rank) {
        const double amount = reached(each.state.tiles, static_cast<int>(rank));
        shares.push_back(
            {{"stage", each.layer->stages[rank].code}, {"share", amount / each.state.totalAmount}});
    }
    return shares;
}

void addAmounts(const FeatureProgress& each, Json& entry) {
    if (each.state.totalAmount <= 0) {
        return;
    }
    const double done = reached(each.state.tiles, serviceRank(*each.layer));
    const bool line = each.layer->geometry == ShapeKind::Line;
    if (line) {
        entry["stretches"] = stretchesOf(*each.layer, each.state.tiles);
    }
    entry[line ? "done_m" : "done_m2"] = done;
    entry[line ? "total_m" : "total_m2"] = each.state.totalAmount;
    entry["stages"] = sharesOf(each);
    for (const auto& [name, tiles] : each.workLayers) {
        entry["work_layers"].push_back(
            {{"work_layer", name}, {"stretches", stretchesOf(*each.layer, tiles)}});
    }
}

std::string stageLabel(const FeatureProgress& each, const std::string& language) {
    return each.state.rank == noRank
               ? ""
               : each.layer->stages[static_cast<std::size_t>(each.state.rank)].label.in(language);
}

} // namespace

std::string featureName(const FeatureProgress& each) {
    return each.feature.layer + ":" + each.feature.uid;
}

std::string percentText(const std::optional<double>& percent) {
    return percent ? std::format("{:.1f} %", *percent) : "";
}

Json progressEntry(const FeatureProgress& each,
                   const LightOfWork* light,
                   const FeatureProgress* before,
                   const std::string& language) {
    Json entry{{"feature", featureName(each)},
               {"name", each.name},
               {"stage", textOrNull(each.stage())},
               {"percent", numberOrNull(each.state.percent)},
               {"by", byName(each.state.by)},
               {"since", textOrNull(each.state.since)},
               {"light", light != nullptr ? Json(codeOf(light->light)) : Json(nullptr)},
               {"days_silent", numberOrNull(each.daysSilent)},
               {"planned", textOrNull(each.planned)},
               {"late_days", numberOrNull(each.lateDays)},
               {"state", textOrNull(each.state.state)}};
    addAmounts(each, entry);
    if (each.state.measured && each.state.statedPercent) {
        entry["stated_percent"] = *each.state.statedPercent;
        entry["difference"] = numberOrNull(each.statedDifference());
    }
    if (light != nullptr) {
        entry["why"] = light->why.in(language);
        entry["silent"] = light->silent;
    }
    if (before != nullptr) {
        entry["before"] = {{"stage", textOrNull(before->stage())},
                           {"percent", numberOrNull(before->state.percent)}};
    }
    return entry;
}

std::string progressTable(const std::vector<FeatureProgress>& all,
                          const LightsByLayer& lights,
                          const std::string& language) {
    using Align = Table::Align;
    Table table({{"feature"},
                 {"name"},
                 {"stage"},
                 {"percent", Align::Right},
                 {"by"},
                 {"since"},
                 {"silent days", Align::Right},
                 {"planned"},
                 {"late days", Align::Right},
                 {"light"},
                 {"done"}});
    for (const auto& each : all) {
        const auto days = [](const std::optional<int>& count) { return count ? std::to_string(*count) : ""; };
        const LightOfWork* const light = lightOf(lights, each.feature);
        std::string done;
        if (each.state.totalAmount > 0) {
            done = std::format("{} of {} {}",
                               grouped(reached(each.state.tiles, serviceRank(*each.layer)), 1),
                               grouped(each.state.totalAmount, 1),
                               each.layer->geometry == ShapeKind::Line ? "m" : "m²");
        }
        table.addRow({featureName(each),
                      each.name,
                      stageLabel(each, language),
                      percentText(each.state.percent),
                      each.state.percent ? byName(each.state.by) : "",
                      each.state.since,
                      days(each.daysSilent),
                      each.planned,
                      days(each.lateDays),
                      light != nullptr ? std::string(codeOf(light->light)) : "",
                      done});
    }
    return table.text();
}

} // namespace tuban
