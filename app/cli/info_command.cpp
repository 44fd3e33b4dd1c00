#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/figures.h"
#include "app/cli/info_document.h"
#include "app/cli/invocation.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "app/cli/plan_document.h"
#include "app/cli/table.h"
#include "geo/plan/plan.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace tuban {

namespace {

// As the plan stores them and QGIS names them.
std::string geometryName(ShapeKind kind) {
    switch (kind) {
    case ShapeKind::Point:
        return "POINT";
    case ShapeKind::Line:
        return "MULTILINESTRING";
    case ShapeKind::Area:
        return "MULTIPOLYGON";
    }
    return {};
}

Json layerDocument(const LayerSummary& layer) {
    Json document{{"name", layer.name},
                  {"geometry", geometryName(layer.geometry)},
                  {"count", layer.count},
                  {"extent", jsonOf(layer.extent)}};
    if (layer.planarAreaM2) {
        document["planar_m2"] = *layer.planarAreaM2;
    }
    if (layer.lengthM) {
        document["length_m"] = *layer.lengthM;
    }
    return document;
}

Json infoDocument(const Plan& plan, const std::vector<LayerSummary>& layers) {
    Json document{{"plan", planDocument(plan)}, {"layers", Json::array()}};
    for (const LayerSummary& layer : layers) {
        document["layers"].push_back(layerDocument(layer));
    }
    return document;
}

std::string
infoTable(const Plan& plan, const std::vector<LayerSummary>& layers, const std::string& language) {
    using enum Table::Align;
    Table table({{"layer", Left},
                 {"title", Left},
                 {"geometry", Left},
                 {"count", Right},
                 {"m² (planar)", Right},
                 {"亩", Right},
                 {"ha", Right},
                 {"km", Right}});
    for (const LayerSummary& layer : layers) {
        const Layer* const known = plan.catalogue().layer(layer.name);
        std::vector<std::string> row{layer.name,
                                     known != nullptr ? known->title.in(language) : "",
                                     geometryName(layer.geometry),
                                     grouped(layer.count)};
        const bool hasArea = layer.planarAreaM2.has_value() && layer.count > 0;
        const auto area = hasArea ? areaCells(*layer.planarAreaM2) : std::vector<std::string>(3);
        row.insert(row.end(), area.begin(), area.end());
        row.push_back(layer.lengthM && layer.count > 0 ? grouped(*layer.lengthM / 1000, 3) : "");
        table.addRow(std::move(row));
    }
    return planHeading(plan, language) + "\n" + table.text();
}

} // namespace

Result<int> answerInfo(const std::string& path, Invocation& invocation) {
    const auto plan = openPlan(path, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto layers = plan->summarise();
    if (!layers) {
        return std::unexpected(layers.error());
    }
    const auto answered =
        invocation.answer(invocation.json() ? jsonText(infoDocument(*plan, *layers))
                                            : infoTable(*plan, *layers, invocation.language()));
    return answered.transform([] { return exitDone; });
}

Command infoCommand() {
    return {"info",
            "What a plan holds: its system, layers, counts, extents",
            "tuban info gaoxin.sqlite --json",
            [](CLI::App& app) -> CommandAction {
                auto path = std::make_shared<std::string>();
                addPlan(app, *path);
                return [path](Invocation& invocation) { return answerInfo(*path, invocation); };
            }};
}

} // namespace tuban
