#include "app/cli/coverage_answer.h"
#include "app/cli/figures.h"
#include "app/cli/json.h"
#include "app/cli/place.h"
#include "app/cli/table.h"
#include "geo/crs/transform.h"
#include "geo/shape/ring.h"

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <format>
#include <fstream>

namespace tuban {

namespace {

Json ratioOf(double servedM2, double demandM2) {
    return demandM2 > 0 ? Json(servedM2 / demandM2) : Json();
}

Json ruleJson(const ServiceCase& service) {
    Json rule = Json::array();
    for (const ServiceStep& step : service.rule.steps) {
        rule.push_back({{"min_m2", step.minM2},
                        {"radius_m", step.radiusM},
                        {"from", "edge, straight line"},
                        {"sites", service.condition}});
    }
    return rule;
}

Json demandJson(const CoverageAnswer& answer, std::size_t i) {
    const Coverage::Demand& demand = answer.figures.demand[i];
    Json item{{"uid", answer.uid(i)},
              {"name", answer.name(i)},
              {"area_m2", demand.areaM2},
              {"served_m2", demand.servedM2},
              {"ratio", ratioOf(demand.servedM2, demand.areaM2)}};
    if (!answer.households.empty()) {
        item["households"] = answer.households[i];
    }
    const NearestShape::Answer& nearest = answer.nearest[i];
    if (nearest.index < 0) {
        item["nearest"] = nullptr;
        item["nearest_m"] = nullptr;
    } else {
        const Site& site = answer.service.sites[static_cast<std::size_t>(nearest.index)];
        item["nearest"] = site.uid.empty() ? site.name : site.uid;
        item["nearest_name"] = site.name;
        item["nearest_m"] = nearest.distanceM;
    }
    return item;
}

double servedHouseholds(const CoverageAnswer& answer) {
    double sum = 0;
    for (std::size_t i = 0; i < answer.households.size(); ++i) {
        const Coverage::Demand& demand = answer.figures.demand[i];
        sum += demand.areaM2 > 0 ? answer.households[i] * (demand.servedM2 / demand.areaM2) : 0;
    }
    return sum;
}

double sumOf(const std::vector<double>& numbers) {
    double sum = 0;
    for (const double number : numbers) {
        sum += number;
    }
    return sum;
}

/// The rings of an Area, shells counter-clockwise and holes clockwise, as RFC 7946 has them.
Json coordinatesOf(const Geometry& degrees) {
    Json polygons = Json::array();
    viewOf(degrees).forEachRing([&](std::span<const Point> ring, bool shell) {
        if (shell) {
            polygons.push_back(Json::array());
        }
        Json points = Json::array();
        const bool forward = (signedRingArea(ring) > 0) == shell;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point p = ring[forward ? i : ring.size() - 1 - i];
            points.push_back({p.x, p.y});
        }
        polygons.back().push_back(std::move(points));
    });
    return polygons;
}

Result<Json> gapsCollection(const CoverageAnswer& answer, const Crs& crs) {
    const auto toDegrees = Transform::between(crs, *crsFromText("EPSG:4326"));
    if (!toDegrees) {
        return std::unexpected(toDegrees.error());
    }
    Json features = Json::array();
    for (std::size_t i = 0; i < answer.gaps.size(); ++i) {
        const CoverageAnswer::Gap& gap = answer.gaps[i];
        const auto degrees = toDegrees->apply(gap.shape);
        if (!degrees) {
            return std::unexpected(degrees.error());
        }
        Json properties = demandJson(answer, gap.demand);
        properties["rank"] = i + 1;
        properties["bare_m2"] = gap.areaM2;
        features.push_back(
            {{"type", "Feature"},
             {"properties", std::move(properties)},
             {"geometry", {{"type", "MultiPolygon"}, {"coordinates", coordinatesOf(*degrees)}}}});
    }
    return Json{{"type", "FeatureCollection"}, {"features", std::move(features)}};
}

} // namespace

Result<std::string>
coverageJson(const CoverageAnswer& answer, const ServiceOptions& options, const PlaceReader& places) {
    const Coverage& figures = answer.figures;
    Json document{{"of", options.of},
                  {"over", options.over},
                  {"method", options.method},
                  {"rule", ruleJson(answer.service)},
                  {"sites", answer.sites()},
                  {"demand_m2", figures.demandM2},
                  {"served_m2", figures.servedM2},
                  {"ratio", ratioOf(figures.servedM2, figures.demandM2)}};
    if (answer.servedPlannedM2) {
        document["served_planned_m2"] = *answer.servedPlannedM2;
        document["ratio_planned"] = ratioOf(*answer.servedPlannedM2, figures.demandM2);
    }
    if (answer.servedBeforeM2) {
        document["ratio_before"] = ratioOf(*answer.servedBeforeM2, figures.demandM2);
        document["gain_m2"] = figures.servedM2 - *answer.servedBeforeM2;
    }
    if (!answer.households.empty()) {
        const double all = sumOf(answer.households);
        document["households"] = all;
        document["households_served"] = servedHouseholds(answer);
        document["ratio_households"] = ratioOf(servedHouseholds(answer), all);
    }
    Json demand = Json::array();
    for (const std::size_t i : answer.order) {
        demand.push_back(demandJson(answer, i));
    }
    document["demand"] = std::move(demand);
    Json gaps = Json::array();
    for (const CoverageAnswer::Gap& gap : answer.gaps) {
        const auto centre = places.degrees(anchorOf(gap.shape));
        if (!centre) {
            return std::unexpected(centre.error());
        }
        gaps.push_back({{"area_m2", gap.areaM2},
                        {"centre", {centre->x, centre->y}},
                        {"uid", answer.uid(gap.demand)},
                        {"name", answer.name(gap.demand)}});
    }
    document["gaps"] = std::move(gaps);
    return jsonText(document);
}

std::string coverageText(const CoverageAnswer& answer) {
    using enum Table::Align;
    const Coverage& figures = answer.figures;
    const auto share = [&](double servedM2) {
        return figures.demandM2 > 0 ? std::format("{:.2f} %", 100 * servedM2 / figures.demandM2) : "–";
    };
    std::string text;
    for (const ServiceStep& step : answer.service.rule.steps) {
        text += std::format("from {} m²: {} m from the edge, straight line\n", step.minM2, step.radiusM);
    }
    text += std::format("sites: {} for which {}\n", answer.sites(), answer.service.condition);
    text += std::format("served: {} of {} ha, {}\n",
                        grouped(figures.servedM2 / 10'000, 4),
                        grouped(figures.demandM2 / 10'000, 4),
                        share(figures.servedM2));
    if (answer.servedBeforeM2) {
        text += std::format("before: {}\n", share(*answer.servedBeforeM2));
    }
    if (answer.servedPlannedM2) {
        text += std::format("with what is planned: {}\n", share(*answer.servedPlannedM2));
    }
    Table table({{answer.service.demandLayer->name},
                 {"m²", Right},
                 {"served m²", Right},
                 {"share", Right},
                 {"nearest site"},
                 {"m", Right}});
    for (const std::size_t i : answer.order) {
        const Coverage::Demand& demand = figures.demand[i];
        const NearestShape::Answer& nearest = answer.nearest[i];
        const bool none = nearest.index < 0;
        table.addRow(
            {answer.name(i),
             grouped(demand.areaM2, 2),
             grouped(demand.servedM2, 2),
             demand.areaM2 > 0 ? std::format("{:.1f} %", 100 * demand.servedM2 / demand.areaM2) : "–",
             none ? std::string() : answer.service.sites[static_cast<std::size_t>(nearest.index)].name,
             none ? std::string() : grouped(nearest.distanceM, 1)});
    }
    return text + table.text();
}

Result<void> writeGaps(const CoverageAnswer& answer, const Crs& crs, const std::string& path) {
    const auto ending = std::filesystem::path(path).extension();
    if (ending != ".geojson" && ending != ".json") {
        return failure(
            ErrorCode::Usage,
            std::format("--gaps {}: GeoJSON is written; name a file that ends in .geojson.", path));
    }
    const auto collection = gapsCollection(answer, crs);
    if (!collection) {
        return std::unexpected(collection.error());
    }
    const std::string making = path + ".part";
    std::ofstream file(making, std::ios::binary);
    file << jsonText(*collection);
    file.close();
    std::error_code failed;
    if (file) {
        std::filesystem::rename(making, path, failed);
    }
    if (!file || failed) {
        std::error_code ignored;
        std::filesystem::remove(making, ignored);
        return failure(ErrorCode::Unwritable,
                       std::format("--gaps {}: the file cannot be written; is the folder there, and the disk "
                                   "not full?",
                                   path));
    }
    return {};
}

} // namespace tuban
