#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/figures.h"
#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "app/cli/place.h"
#include "app/cli/table.h"
#include "geo/plan/layer_check.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <format>
#include <memory>
#include <string_view>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    std::string layer;
};

using Kind = TopologyFinding::Kind;

std::string_view wordOf(Kind kind) {
    static constexpr std::array<std::string_view, 6> words{
        "invalid", "overlap", "gap", "duplicate", "sliver", "outside"};
    return words[static_cast<std::size_t>(kind)];
}

std::string whatIsWrong(const LayerCheck& check, const TopologyFinding& finding) {
    const std::string other =
        finding.other < 0 ? "" : check.snapshot->uid(static_cast<std::size_t>(finding.other));
    const std::string areaM2 = grouped(finding.areaM2, 2);
    switch (finding.kind) {
    case Kind::Invalid:
        return finding.reason;
    case Kind::Overlap:
        return std::format("lies on {} with {} m²", other, areaM2);
    case Kind::Gap:
        return std::format("{} m² between it and {} belong to no feature", areaM2, other);
    case Kind::Duplicate:
        return std::format("has the shape of {}", other);
    case Kind::Sliver:
        return std::format("is a sliver of {} m²", areaM2);
    case Kind::Outside:
        return std::format("{} m² of it lie outside the administrative boundary", areaM2);
    }
    return {};
}

bool isSound(const std::vector<LayerCheck>& checks) {
    return std::ranges::all_of(checks, [](const LayerCheck& check) { return check.findings.empty(); });
}

Result<Json> findingJson(const LayerCheck& check, const TopologyFinding& finding, const PlaceReader& places) {
    const auto at = places.degrees(finding.at);
    if (!at) {
        return std::unexpected(at.error());
    }
    const std::string& layer = check.snapshot->layer;
    Json json{{"feature", layer + ":" + check.snapshot->uid(finding.feature)}};
    if (finding.other >= 0) {
        json["other"] = layer + ":" + check.snapshot->uid(static_cast<std::size_t>(finding.other));
    }
    json["kind"] = wordOf(finding.kind);
    json["at"] = {at->x, at->y};
    if (finding.areaM2 >= 0) {
        json["area_m2"] = finding.areaM2;
    }
    json["what"] = whatIsWrong(check, finding);
    return json;
}

Result<std::string> checksJson(const std::vector<LayerCheck>& checks, const PlaceReader& places) {
    Json layers = Json::array();
    for (const LayerCheck& check : checks) {
        Json findings = Json::array();
        for (const TopologyFinding& finding : check.findings) {
            auto json = findingJson(check, finding, places);
            if (!json) {
                return std::unexpected(json.error());
            }
            findings.push_back(std::move(*json));
        }
        layers.push_back({{"name", check.snapshot->layer},
                          {"checked", check.checked},
                          {"coverage", check.coverage},
                          {"findings", std::move(findings)}});
    }
    return jsonText(Json{{"layers", std::move(layers)}});
}

Result<std::string> checksText(const std::vector<LayerCheck>& checks, const PlaceReader& places) {
    Table table({{"feature"}, {"kind"}, {"at"}, {"what"}});
    std::string summary;
    for (const LayerCheck& check : checks) {
        summary += std::format("{}: {} checked, {} findings\n",
                               check.snapshot->layer,
                               grouped(static_cast<std::int64_t>(check.checked)),
                               grouped(static_cast<std::int64_t>(check.findings.size())));
        for (const TopologyFinding& finding : check.findings) {
            const auto at = places.degrees(finding.at);
            if (!at) {
                return std::unexpected(at.error());
            }
            table.addRow({check.snapshot->layer + ":" + check.snapshot->uid(finding.feature),
                          std::string(wordOf(finding.kind)),
                          std::format("{:.7f},{:.7f}", at->x, at->y),
                          whatIsWrong(check, finding)});
        }
    }
    return isSound(checks) ? summary : summary + table.text();
}

Result<int> answerChecks(const Options& options, Invocation& invocation) {
    const auto plan = openPlan(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto places = PlaceReader::forPlan(*plan, "");
    if (!places) {
        return std::unexpected(places.error());
    }
    const auto checks = checkLayers(*plan, options.layer, invocation.progress());
    if (!checks) {
        return options.layer.empty() ? std::unexpected(checks.error()) : within("--layer", checks.error());
    }
    const auto text = invocation.json() ? checksJson(*checks, *places) : checksText(*checks, *places);
    if (!text) {
        return std::unexpected(text.error());
    }
    const bool sound = isSound(*checks);
    return invocation.answer(*text).transform([sound] { return sound ? exitDone : exitFindings; });
}

} // namespace

Command checkCommand() {
    return {"check",
            "Geometry and topology: invalid shapes, overlaps, gaps, slivers, duplicates, what lies outside",
            "tuban check gaoxin.sqlite --layer parcel",
            [](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                addPlan(app, options->plan);
                app.add_option("--layer", options->layer, "Layer to check, all without it")->type_name("L");
                return [options](Invocation& invocation) { return answerChecks(*options, invocation); };
            }};
}

} // namespace tuban
