#include "geo/plan/service_sites.h"

#include "geo/plan/features.h"
#include "geo/plan/snapshot.h"
#include "geo/shape/geos.h"
#include "geo/shape/validity.h"

#include <algorithm>
#include <format>
#include <optional>

namespace tuban {

namespace {

std::string stagesThatMean(const Layer& layer, Stage::Means means) {
    std::string codes;
    for (const Stage& stage : layer.stages) {
        if (stage.means == means) {
            codes += std::format("{}'{}'", codes.empty() ? "" : ", ", stage.code);
        }
    }
    return codes;
}

void join(std::string& condition, const std::string& part) {
    condition += (condition.empty() ? "" : " and ") + part;
}

/// Areas of a layer of points, from its companion table.
Result<std::shared_ptr<const LayerSnapshot>> areasOf(const Plan& plan, const Layer& layer) {
    for (const Layer::Companion& companion : layer.companions) {
        if (layer.geometry == ShapeKind::Point && companion.geometry == ShapeKind::Area) {
            return readSnapshot(plan, companion.table, {});
        }
    }
    return std::shared_ptr<const LayerSnapshot>();
}

Geometry sound(const GeosContext& geos, Geometry shape) {
    if (shape.kind == ShapeKind::Area && !validityOf(geos, shape).valid) {
        auto made = repaired(geos, shape);
        return made ? std::move(*made) : Geometry{};
    }
    return shape;
}

} // namespace

std::string siteCondition(const Layer& layer, SiteChoice choice) {
    std::string condition;
    if (layer.column("open_to_public") != nullptr) {
        join(condition, "open_to_public = 1");
    }
    if (!layer.stages.empty() && layer.column("stage") != nullptr) {
        const bool inService = choice == SiteChoice::InService;
        const std::string codes =
            stagesThatMean(layer, inService ? Stage::Means::InService : Stage::Means::Closed);
        join(condition,
             inService ? std::format("(stage in ({}) or stage is null)", codes)
                       : std::format("(stage not in ({}) or stage is null)", codes));
    }
    if (layer.column("retired_on") != nullptr) {
        join(condition, "retired_on is null");
    }
    return condition;
}

Result<std::vector<SiteRow>> readSites(const Plan& plan, const Layer& layer, const std::string& condition) {
    std::optional<Expression> where;
    if (!condition.empty()) {
        auto parsed = Expression::parse(condition, layer);
        if (!parsed) {
            return std::unexpected(parsed.error());
        }
        where = std::move(*parsed);
    }
    const auto areas = areasOf(plan, layer);
    if (!areas) {
        return std::unexpected(areas.error());
    }
    const GeosContext geos;
    const std::string naming = layer.column("name") != nullptr ? "name" : layer.labelColumn;
    const FeatureQuery query{.layer = layer.name,
                             .columns = {naming},
                             .withGeometry = true,
                             .where = where ? &*where : nullptr,
                             .window = {}};
    std::vector<SiteRow> sites;
    const auto read = readFeatures(plan, query, [&](const Feature& feature) {
        const std::int64_t drawn = *areas ? (*areas)->find(feature.uid) : -1;
        Geometry shape =
            sound(geos, drawn < 0 ? feature.geometry : (*areas)->geometry(static_cast<std::size_t>(drawn)));
        if (!shape.empty()) {
            sites.push_back(
                {.uid = feature.uid, .name = toText(feature.values.front()), .shape = std::move(shape)});
        }
        return true;
    });
    return read ? Result<std::vector<SiteRow>>(std::move(sites)) : std::unexpected(read.error());
}

} // namespace tuban
