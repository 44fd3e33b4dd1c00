#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/figures.h"
#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/options.h"
#include "app/cli/place.h"
#include "app/cli/roads.h"
#include "app/cli/table.h"

#include <CLI/CLI.hpp>

#include <cmath>
#include <format>
#include <memory>

namespace tuban {

namespace {

Json sumsJson(const std::map<std::string, double>& sums) {
    Json json = Json::object();
    for (const auto& [key, lengthM] : sums) {
        json[key] = lengthM;
    }
    return json;
}

Result<Json> deadEndJson(const Roads& roads, const DeadEnd& end, const PlaceReader& places) {
    const auto at = places.degrees(end.at);
    if (!at) {
        return std::unexpected(at.error());
    }
    Json json{{"at", {at->x, at->y}}, {"road", roads.uid(end.road)}, {"name", roads.name(end.road)}};
    if (end.facing) {
        const auto to = places.degrees(end.facing->at);
        if (!to) {
            return std::unexpected(to.error());
        }
        json["gap_m"] = end.facing->gapM;
        json["facing"] = roads.uid(end.facing->road);
        json["facing_name"] = roads.name(end.facing->road);
        json["to"] = {to->x, to->y};
        const bool linked = std::isfinite(end.facing->detourM);
        json["detour_m"] = linked ? Json(end.facing->detourM) : Json();
        json["saved_m"] = linked ? Json(end.facing->savedM()) : Json();
    }
    return json;
}

Result<std::string> roadsJson(const RoadsQuestion& question, const Roads& roads, const PlaceReader& places) {
    Json document{{"layer", question.layer},
                  {"method", question.method},
                  {"length_m", roads.lengthM},
                  {"by_grade", sumsJson(roads.byGrade)},
                  {"by_stage", sumsJson(roads.byStage)}};
    if (roads.density) {
        document["density_km_per_km2"] = roads.density->kmPerKm2();
        Json within = Json::array();
        for (const Roads::Density& each : roads.within) {
            within.push_back({{"uid", each.uid},
                              {"name", each.name},
                              {"length_m", each.lengthM},
                              {"area_m2", each.areaM2},
                              {"density_km_per_km2", each.kmPerKm2()}});
        }
        document["over"] = std::move(within);
    }
    if (question.deadEnds) {
        Json ends = Json::array();
        for (const DeadEnd& end : roads.deadEnds) {
            auto json = deadEndJson(roads, end, places);
            if (!json) {
                return std::unexpected(json.error());
            }
            ends.push_back(std::move(*json));
        }
        document["dead_ends"] = std::move(ends);
    }
    return jsonText(document);
}

std::string roadsText(const RoadsQuestion& question, const Roads& roads) {
    using enum Table::Align;
    Table lengths({{"grade"}, {std::format("km ({})", question.method), Right}});
    for (const auto& [grade, lengthM] : roads.byGrade) {
        lengths.addRow({grade, grouped(lengthM / 1000, 3)});
    }
    lengths.addRow({"total", grouped(roads.lengthM / 1000, 3)});
    std::string text = lengths.text();
    if (roads.density) {
        Table within({{"within"}, {"km", Right}, {"km²", Right}, {"km/km²", Right}});
        for (const Roads::Density& each : roads.within) {
            within.addRow({each.name,
                           grouped(each.lengthM / 1000, 3),
                           grouped(each.areaM2 / 1e6, 4),
                           grouped(each.kmPerKm2(), 2)});
        }
        within.addRow({"all",
                       grouped(roads.density->lengthM / 1000, 3),
                       grouped(roads.density->areaM2 / 1e6, 4),
                       grouped(roads.density->kmPerKm2(), 2)});
        text += "\n" + within.text();
    }
    if (question.deadEnds) {
        Table ends({{"dead end"}, {"faces"}, {"gap m", Right}, {"detour saved m", Right}});
        for (const DeadEnd& end : roads.deadEnds) {
            const bool faces = end.facing.has_value();
            const bool linked = faces && std::isfinite(end.facing->detourM);
            ends.addRow({roads.name(end.road),
                         faces ? roads.name(end.facing->road) : "",
                         faces ? grouped(end.facing->gapM, 1) : "",
                         linked ? grouped(end.facing->savedM(), 1) : (faces ? "not linked" : "")});
        }
        text += "\n" + ends.text();
    }
    return text;
}

Result<int> answerNetwork(const std::string& path, const RoadsQuestion& question, Invocation& invocation) {
    const auto plan = openPlan(path, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto places = PlaceReader::forPlan(*plan, "");
    if (!places) {
        return std::unexpected(places.error());
    }
    const auto roads = measureRoads(*plan, question, invocation.progress());
    if (!roads) {
        return std::unexpected(roads.error());
    }
    const auto text = invocation.json() ? roadsJson(question, *roads, *places)
                                        : Result<std::string>(roadsText(question, *roads));
    if (!text) {
        return std::unexpected(text.error());
    }
    return invocation.answer(*text).transform([] { return exitDone; });
}

} // namespace

Command networkCommand() {
    return {"network",
            "Length of roads by grade, density of the network, dead ends and what they face",
            "tuban network gaoxin.sqlite --dead-ends --density-over area_unit",
            [](CLI::App& app) -> CommandAction {
                auto path = std::make_shared<std::string>();
                auto question = std::make_shared<RoadsQuestion>();
                addPlan(app, *path);
                app.add_option("--layer", question->layer, "Layer of centrelines")
                    ->type_name("L")
                    ->capture_default_str();
                app.add_flag("--dead-ends", question->deadEnds, "Find dead ends and what they face");
                app.add_option("--density-over", question->over, "Give the density over this layer")
                    ->type_name("LAYER");
                addMethod(app, question->method);
                return [path, question](Invocation& invocation) {
                    return answerNetwork(*path, *question, invocation);
                };
            }};
}

} // namespace tuban
