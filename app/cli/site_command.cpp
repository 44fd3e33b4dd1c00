#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/figures.h"
#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/options.h"
#include "app/cli/place.h"
#include "app/cli/service.h"
#include "app/cli/table.h"
#include "geo/measure/coverage.h"
#include "geo/measure/siting.h"
#include "geo/measure/sound_areas.h"
#include "geo/plan/snapshot_shapes.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <format>
#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    ServiceOptions service;
    std::string candidates = "parcel";
    std::size_t count = 0;
};

/// Columns that say a parcel lies idle or is used badly.
constexpr const char* idleColumn = "idle_decided";
constexpr const char* inefficientColumn = "inefficient";

struct Answer {
    ServiceCase service;
    std::shared_ptr<const LayerSnapshot> places;
    const Layer* placesLayer = nullptr;
    std::vector<std::uint32_t> positions; ///< of the candidates in `places`
    std::vector<SiteCandidate> candidates;
    std::vector<SitePick> picks;
    double demandM2 = 0, beforeM2 = 0, afterM2 = 0;
};

bool isIdle(const LayerSnapshot& places, std::size_t index) {
    const int idle = places.columnIndex(idleColumn);
    const int inefficient = places.columnIndex(inefficientColumn);
    return (idle >= 0 && !isNull(places.cell(idle, index))) ||
           (inefficient >= 0 && places.cell(inefficient, index) == Value(std::int64_t{1}));
}

Result<void>
readCandidates(Answer& answer, const Plan& plan, const Options& options, const Progress& progress) {
    const auto layer = plan.catalogue().requireLayer(options.candidates);
    if (!layer) {
        return within("--candidates", layer.error());
    }
    answer.placesLayer = *layer;
    std::vector<std::string> columns;
    for (const std::string column : {idleColumn, inefficientColumn, "retired_on"}) {
        if ((*layer)->column(column) != nullptr) {
            columns.push_back(column);
        }
    }
    const auto places = readAreas(plan, "--candidates", options.candidates, columns, progress);
    if (!places) {
        return std::unexpected(places.error());
    }
    answer.places = *places;
    const GeosContext geos;
    const SoundAreas sound(shapesOf(**places), geos);
    const int retired = (*places)->columnIndex("retired_on");
    for (std::uint32_t i = 0; i < (*places)->size(); ++i) {
        Geometry shape = sound.geometry(i);
        if (shape.empty() || (retired >= 0 && !isNull((*places)->cell(retired, i)))) {
            continue;
        }
        const double radiusM = answer.service.radiusOf(shape);
        answer.positions.push_back(i);
        answer.candidates.push_back(
            {.site = {.shape = std::move(shape), .radiusM = radiusM}, .rank = isIdle(**places, i) ? 0 : 1});
    }
    return {};
}

Result<double> servedM2(Answer& answer, const std::vector<Site>& sites, const Progress& progress) {
    const GeosContext geos;
    const auto land = landServedBy(sites, geos);
    if (!land) {
        return std::unexpected(land.error());
    }
    const auto figures = coverage(shapesOf(*answer.service.demand),
                                  answer.service.chosen,
                                  land->whole(),
                                  answer.service.scale,
                                  progress);
    if (!figures) {
        return std::unexpected(figures.error());
    }
    answer.demandM2 = figures->demandM2;
    return figures->servedM2;
}

Result<Answer> compute(const Plan& plan, const Options& options, const Progress& progress) {
    Answer answer;
    auto service = readService(plan, options.service, {}, progress);
    if (!service) {
        return std::unexpected(service.error());
    }
    answer.service = std::move(*service);
    if (const auto read = readCandidates(answer, plan, options, progress); !read) {
        return std::unexpected(read.error());
    }
    std::vector<Site> sites = answer.service.sites;
    std::vector<ServiceSite> now;
    for (const Site& site : sites) {
        now.push_back(site.service);
    }
    auto picks = pickSites({.demand = shapesOf(*answer.service.demand),
                            .chosen = answer.service.chosen,
                            .sites = now,
                            .candidates = answer.candidates,
                            .count = options.count,
                            .scale = &answer.service.scale},
                           progress);
    if (!picks) {
        return std::unexpected(picks.error());
    }
    answer.picks = std::move(*picks);
    const auto before = servedM2(answer, sites, progress);
    for (const SitePick& pick : answer.picks) {
        sites.push_back({.uid = "", .name = "", .service = answer.candidates[pick.candidate].site});
    }
    const auto after = servedM2(answer, sites, progress);
    if (!before || !after) {
        return std::unexpected((before ? after : before).error());
    }
    answer.beforeM2 = *before;
    answer.afterM2 = *after;
    return answer;
}

Json ratio(double servedM2, double demandM2) {
    return demandM2 > 0 ? Json(servedM2 / demandM2) : Json();
}

Result<std::string> answerJson(const Answer& answer, const Options& options, const PlaceReader& places) {
    Json picked = Json::array();
    for (const SitePick& pick : answer.picks) {
        const SiteCandidate& candidate = answer.candidates[pick.candidate];
        const std::uint32_t index = answer.positions[pick.candidate];
        const auto at = places.degrees(anchorOf(candidate.site.shape));
        if (!at) {
            return std::unexpected(at.error());
        }
        picked.push_back({{"at", {at->x, at->y}},
                          {"parcel", answer.places->uid(index)},
                          {"name", nameOf(*answer.placesLayer, *answer.places, index)},
                          {"idle", candidate.rank == 0},
                          {"area_m2", answer.service.scale.areaM2(candidate.site.shape)},
                          {"radius_m", candidate.site.radiusM},
                          {"gain_m2", pick.gainM2}});
    }
    return jsonText(Json{{"of", options.service.of},
                         {"over", options.service.over},
                         {"method", options.service.method},
                         {"candidates", answer.candidates.size()},
                         {"picked", std::move(picked)},
                         {"demand_m2", answer.demandM2},
                         {"ratio_before", ratio(answer.beforeM2, answer.demandM2)},
                         {"ratio_after", ratio(answer.afterM2, answer.demandM2)}});
}

std::string answerText(const Answer& answer) {
    using enum Table::Align;
    Table table(
        {{answer.placesLayer->name}, {"idle"}, {"m²", Right}, {"gain m²", Right}, {"gain ha", Right}});
    for (const SitePick& pick : answer.picks) {
        const SiteCandidate& candidate = answer.candidates[pick.candidate];
        table.addRow({nameOf(*answer.placesLayer, *answer.places, answer.positions[pick.candidate]),
                      candidate.rank == 0 ? "yes" : "no",
                      grouped(answer.service.scale.areaM2(candidate.site.shape), 2),
                      grouped(pick.gainM2, 2),
                      grouped(pick.gainM2 / 10'000, 4)});
    }
    const double whole = answer.demandM2 > 0 ? 100 / answer.demandM2 : 0;
    return std::format("{}served: {:.2f} % before, {:.2f} % after\n",
                       table.text(),
                       answer.beforeM2 * whole,
                       answer.afterM2 * whole);
}

Result<int> answerSites(const Options& options, Invocation& invocation) {
    const auto plan = openPlan(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto places = PlaceReader::forPlan(*plan, "");
    if (!places) {
        return std::unexpected(places.error());
    }
    const auto answer = compute(*plan, options, invocation.progress());
    if (!answer) {
        return std::unexpected(answer.error());
    }
    if (answer->picks.size() < options.count) {
        invocation.warn(
            std::format("only {} of {} sites gain anything.", answer->picks.size(), options.count));
    }
    const auto text =
        invocation.json() ? answerJson(*answer, options, *places) : Result<std::string>(answerText(*answer));
    if (!text) {
        return std::unexpected(text.error());
    }
    return invocation.answer(*text).transform([] { return exitDone; });
}

} // namespace

Command siteCommand() {
    return {
        "site",
        "The places where new sites would serve most, idle land first",
        "tuban site gaoxin.sqlite --of park_site --count 5 --over parcel --where \"lu_code like '0701%'\"",
        [](CLI::App& app) -> CommandAction {
            auto options = std::make_shared<Options>();
            addPlan(app, options->plan);
            addServiceOptions(app, options->service);
            app.add_option("--count", options->count, "How many sites to find")
                ->type_name("N")
                ->required()
                ->check(CLI::Range(1, 1000));
            app.add_option("--candidates", options->candidates, "Layer of the places that may be taken")
                ->type_name("LAYER")
                ->capture_default_str();
            return [options](Invocation& invocation) { return answerSites(*options, invocation); };
        }};
}

} // namespace tuban
