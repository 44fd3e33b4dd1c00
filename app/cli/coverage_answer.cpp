#include "app/cli/coverage_answer.h"

#include "geo/measure/sound_areas.h"
#include "geo/plan/snapshot_shapes.h"

#include <algorithm>
#include <format>
#include <numeric>

namespace tuban {

namespace {

constexpr double smallestGapM2 = 0.01; // the precision areas are written with

Result<void>
addSites(CoverageAnswer& answer, const std::vector<std::string>& names, const std::vector<Geometry>& shapes) {
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const double radiusM = answer.service.radiusOf(shapes[i]);
        if (radiusM <= 0) {
            return failure(
                ErrorCode::Usage,
                std::format("--add {}: by this rule a site of that size serves nothing; give a size "
                            "after ':' or another --preset.",
                            names[i]));
        }
        answer.service.sites.push_back(
            {.uid = "", .name = names[i], .service = {.shape = shapes[i], .radiusM = radiusM}});
        ++answer.added;
    }
    return {};
}

Result<Coverage> measured(const ServiceCase& service,
                          const std::vector<Site>& sites,
                          const GeosContext& geos,
                          const Progress& progress) {
    const auto land = landServedBy(sites, geos);
    if (!land) {
        return std::unexpected(land.error());
    }
    return coverage(shapesOf(*service.demand), service.chosen, land->whole(), service.scale, progress);
}

Result<void> compareOthers(CoverageAnswer& answer,
                           const Plan& plan,
                           const CoverageOptions& options,
                           const GeosContext& geos,
                           const Progress& progress) {
    const auto& all = answer.service.sites;
    if (answer.added > 0) {
        const std::vector<Site> before(all.begin(), all.end() - static_cast<std::ptrdiff_t>(answer.added));
        const auto figures = measured(answer.service, before, geos, progress);
        if (!figures) {
            return std::unexpected(figures.error());
        }
        answer.servedBeforeM2 = figures->servedM2;
    }
    if (options.planned) {
        const std::string coming = siteCondition(*answer.service.sitesLayer, SiteChoice::Coming);
        const std::string condition =
            coming.empty() ? coming : std::format("({}) or ({})", answer.service.condition, coming);
        auto sites = sitesWhere(plan, answer.service, condition);
        if (!sites) {
            return std::unexpected(sites.error());
        }
        sites->insert(sites->end(), all.end() - static_cast<std::ptrdiff_t>(answer.added), all.end());
        const auto figures = measured(answer.service, *sites, geos, progress);
        if (!figures) {
            return std::unexpected(figures.error());
        }
        answer.servedPlannedM2 = figures->servedM2;
    }
    return {};
}

void findNearest(CoverageAnswer& answer) {
    std::vector<Geometry> shapes;
    for (const Site& site : answer.service.sites) {
        // One that is too small to serve is not what the nearest site is asked for.
        shapes.push_back(site.service.radiusM > 0 ? site.service.shape : Geometry{});
    }
    const NearestShape nearest(shapes);
    const ShapesView demand = shapesOf(*answer.service.demand);
    for (const std::uint32_t index : answer.service.chosen) {
        answer.nearest.push_back(nearest.to(demand.area(index)));
    }
}

void countHouseholds(CoverageAnswer& answer) {
    const LayerSnapshot& demand = *answer.service.demand;
    const int column = demand.columnIndex("households");
    if (column < 0 || demand.cells(column).allNull()) {
        return;
    }
    for (const std::uint32_t index : answer.service.chosen) {
        const Value value = demand.cell(column, index);
        const auto* whole = std::get_if<std::int64_t>(&value);
        const auto* real = std::get_if<double>(&value);
        answer.households.push_back(whole != nullptr  ? static_cast<double>(*whole)
                                    : real != nullptr ? *real
                                                      : 0);
    }
}

void putInOrder(CoverageAnswer& answer) {
    const auto unserved = [&](std::size_t i) {
        const Coverage::Demand& demand = answer.figures.demand[i];
        const double bareM2 = demand.areaM2 - demand.servedM2;
        if (answer.households.empty()) {
            return std::pair(bareM2, bareM2);
        }
        return std::pair(demand.areaM2 > 0 ? answer.households[i] * (bareM2 / demand.areaM2) : 0, bareM2);
    };
    answer.order.resize(answer.figures.demand.size());
    std::iota(answer.order.begin(), answer.order.end(), 0U);
    std::ranges::stable_sort(answer.order, std::ranges::greater{}, unserved);
}

Result<void>
findGaps(CoverageAnswer& answer, const ServedLand& land, const GeosContext& geos, const Progress& progress) {
    const SoundAreas sound(shapesOf(*answer.service.demand), geos, answer.service.chosen);
    for (std::size_t i = 0; i < answer.figures.demand.size(); ++i) {
        const Coverage::Demand& demand = answer.figures.demand[i];
        const double areaM2 = demand.areaM2 - demand.servedM2;
        if (areaM2 <= smallestGapM2) {
            continue;
        }
        if (progress.stopped()) {
            return failure(ErrorCode::Cancelled, "cancelled");
        }
        auto shape = land.bare(geos, sound.geometry(answer.service.chosen[i]));
        if (!shape) {
            return within(answer.service.demand->layer + ":" + answer.uid(i), shape.error());
        }
        if (!shape->empty()) {
            answer.gaps.push_back({.demand = i, .areaM2 = areaM2, .shape = std::move(*shape)});
        }
    }
    std::ranges::stable_sort(answer.gaps, std::ranges::greater{}, &CoverageAnswer::Gap::areaM2);
    return {};
}

} // namespace

std::size_t CoverageAnswer::sites() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(service.sites, [](const Site& site) { return site.service.radiusM > 0; }));
}

Result<CoverageAnswer> answerOf(const Plan& plan,
                                const CoverageOptions& options,
                                const std::vector<Geometry>& added,
                                const Progress& progress) {
    auto service = readService(plan, options.service, {"households"}, progress);
    if (!service) {
        return std::unexpected(service.error());
    }
    CoverageAnswer answer;
    answer.service = std::move(*service);
    if (const auto done = addSites(answer, options.add, added); !done) {
        return std::unexpected(done.error());
    }
    const GeosContext geos;
    const auto land = landServedBy(answer.service.sites, geos);
    if (!land) {
        return std::unexpected(land.error());
    }
    auto figures = coverage(shapesOf(*answer.service.demand),
                            answer.service.chosen,
                            land->whole(),
                            answer.service.scale,
                            progress);
    if (!figures) {
        return std::unexpected(figures.error());
    }
    answer.figures = std::move(*figures);
    if (const auto compared = compareOthers(answer, plan, options, geos, progress); !compared) {
        return std::unexpected(compared.error());
    }
    findNearest(answer);
    countHouseholds(answer);
    putInOrder(answer);
    const auto found = findGaps(answer, *land, geos, progress);
    return found ? Result<CoverageAnswer>(std::move(answer)) : std::unexpected(found.error());
}

} // namespace tuban
