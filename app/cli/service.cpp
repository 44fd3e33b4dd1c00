#include "app/cli/service.h"

#include "app/cli/options.h"
#include "geo/plan/expression.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <format>
#include <optional>

namespace tuban {

namespace {

/// A rule of the field where one is named, the urban check-up's for parks; one radius for other sites.
ServiceRule ruleOf(const ServiceOptions& options) {
    if (options.radiusM > 0) {
        return ServiceRule::all(options.radiusM);
    }
    const std::string wanted = !options.preset.empty()     ? options.preset
                               : options.of == "park_site" ? "check2022"
                                                           : "all500";
    return std::ranges::find(servicePresets(), wanted, &ServicePreset::name)->rule;
}

Result<std::optional<Expression>>
conditionOf(const std::string& text, const Layer& layer, const std::string& option) {
    if (text.empty()) {
        return std::optional<Expression>();
    }
    auto parsed = Expression::parse(text, layer);
    if (!parsed) {
        return within(option, parsed.error());
    }
    return std::optional<Expression>(std::move(*parsed));
}

std::vector<std::uint32_t> positionsWhere(const LayerSnapshot& snapshot,
                                          const std::optional<Expression>& where) {
    std::vector<int> columns;
    if (where) {
        for (const std::string& name : where->columns()) {
            columns.push_back(snapshot.columnIndex(name));
        }
    }
    std::vector<std::uint32_t> positions;
    for (std::uint32_t i = 0; i < snapshot.size(); ++i) {
        if (!where || where->accepts([&](std::size_t column) { return snapshot.cell(columns[column], i); })) {
            positions.push_back(i);
        }
    }
    return positions;
}

Result<const Layer*> layerFor(const Plan& plan, const std::string& option, const std::string& name) {
    const auto layer = plan.catalogue().requireLayer(name);
    return layer ? layer : within(option, layer.error());
}

} // namespace

void addServiceOptions(CLI::App& app, ServiceOptions& options) {
    app.add_option("--of", options.of, "Layer of the sites that serve")->type_name("LAYER")->required();
    app.add_option("--over", options.over, "Layer of what is to be served")->type_name("LAYER")->required();
    CLI::Option* const radius =
        app.add_option("--radius", options.radiusM, "Service radius of every site, from its edge")
            ->type_name("M")
            ->check(CLI::PositiveNumber);
    std::vector<std::string> presets;
    for (const ServicePreset& preset : servicePresets()) {
        presets.push_back(preset.name);
    }
    CLI::Option* const preset =
        app.add_option("--preset", options.preset, "Service radius by the size of a site")->excludes(radius);
    oneOf(*preset, presets);
    app.add_option("--where", options.where, "Only what is to be served for which this holds")
        ->type_name("EXPR");
    app.add_option("--sites-where", options.sitesWhere, "Sites for which this holds, not just the open ones")
        ->type_name("EXPR");
    addMethod(app, options.method);
}

double ServiceCase::radiusOf(const Geometry& shape) const {
    return rule.radiusOf(shape.kind == ShapeKind::Area ? scale.areaM2(shape) : 0);
}

Result<std::vector<Site>>
sitesWhere(const Plan& plan, const ServiceCase& service, const std::string& condition) {
    auto rows = readSites(plan, *service.sitesLayer, condition);
    if (!rows) {
        return within("--sites-where", rows.error());
    }
    std::vector<Site> sites;
    sites.reserve(rows->size());
    for (SiteRow& row : *rows) {
        const double radiusM = service.radiusOf(row.shape);
        sites.push_back({.uid = std::move(row.uid),
                         .name = std::move(row.name),
                         .service = {.shape = std::move(row.shape), .radiusM = radiusM}});
    }
    return sites;
}

Result<ServedLand> landServedBy(const std::vector<Site>& sites, const GeosContext& geos) {
    std::vector<ServiceSite> services;
    services.reserve(sites.size());
    for (const Site& site : sites) {
        services.push_back(site.service);
    }
    return ServedLand::around(services, geos);
}

Result<ServiceCase> readService(const Plan& plan,
                                const ServiceOptions& options,
                                const std::vector<std::string>& columns,
                                const Progress& progress) {
    ServiceCase service;
    const auto sitesLayer = layerFor(plan, "--of", options.of);
    const auto demandLayer = layerFor(plan, "--over", options.over);
    if (!sitesLayer || !demandLayer) {
        return std::unexpected((sitesLayer ? demandLayer : sitesLayer).error());
    }
    service.sitesLayer = *sitesLayer;
    service.demandLayer = *demandLayer;
    const auto where = conditionOf(options.where, **demandLayer, "--where");
    if (!where) {
        return std::unexpected(where.error());
    }
    service.rule = ruleOf(options);
    service.condition =
        options.sitesWhere.empty() ? siteCondition(**sitesLayer, SiteChoice::InService) : options.sitesWhere;
    std::vector<std::string> wanted;
    std::ranges::copy_if(columns, std::back_inserter(wanted), [&](const std::string& column) {
        return (*demandLayer)->column(column) != nullptr;
    });
    if (*where) {
        wanted.insert(wanted.end(), (*where)->columns().begin(), (*where)->columns().end());
    }
    auto demand = readAreas(plan, "--over", options.over, wanted, progress);
    if (!demand) {
        return std::unexpected(demand.error());
    }
    service.demand = std::move(*demand);
    service.chosen = positionsWhere(*service.demand, *where);
    // A plan is one district: sites far from the demand are measured well enough by the same scale.
    const auto scale = scaleFor(plan, options.method, service.demand->bounds());
    if (!scale) {
        return std::unexpected(scale.error());
    }
    service.scale = *scale;
    auto sites = sitesWhere(plan, service, service.condition);
    if (!sites) {
        return std::unexpected(sites.error());
    }
    service.sites = std::move(*sites);
    return service;
}

} // namespace tuban
