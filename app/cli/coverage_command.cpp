#include "app/cli/commands.h"
#include "app/cli/coverage_answer.h"
#include "app/cli/exit_code.h"
#include "app/cli/invocation.h"
#include "app/cli/options.h"
#include "app/cli/place.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <cmath>
#include <format>
#include <memory>
#include <numbers>

namespace tuban {

namespace {

/// A regular polygon of 4 × 64 corners with just this area.
Geometry disc(Point centre, double areaM2) {
    constexpr int corners = 256;
    const double step = 2 * std::numbers::pi / corners;
    const double radius = std::sqrt(2 * areaM2 / (corners * std::sin(step)));
    std::vector<Point> ring;
    for (int i = 0; i < corners; ++i) {
        ring.push_back(
            {.x = centre.x + radius * std::cos(i * step), .y = centre.y + radius * std::sin(i * step)});
    }
    return makePolygon({ring});
}

/// "113.56,34.81:4000": a round site of that size; without a size a point.
Result<Geometry> placeOf(const std::string& text, const PlaceReader& places) {
    const std::size_t colon = text.find(':');
    const auto centre = places.read(text.substr(0, colon), "--add");
    if (!centre) {
        return std::unexpected(centre.error());
    }
    if (colon == std::string::npos) {
        return makePoint(*centre);
    }
    double areaM2 = 0;
    const char* const end = text.data() + text.size();
    const auto [read, fault] = std::from_chars(text.data() + colon + 1, end, areaM2);
    if (fault != std::errc() || read != end || !std::isfinite(areaM2) || areaM2 <= 0) {
        return failure(ErrorCode::Usage,
                       std::format("--add {}: the size after ':' is in square metres, as in --add "
                                   "113.56,34.81:4000.",
                                   text));
    }
    return disc(*centre, areaM2);
}

Result<std::vector<Geometry>> placesOf(const std::vector<std::string>& texts, const PlaceReader& places) {
    std::vector<Geometry> shapes;
    for (const std::string& text : texts) {
        auto shape = placeOf(text, places);
        if (!shape) {
            return std::unexpected(shape.error());
        }
        shapes.push_back(std::move(*shape));
    }
    return shapes;
}

void warn(Invocation& invocation, const CoverageAnswer& answer) {
    const ServiceCase& service = answer.service;
    for (const auto& [index, reason] : answer.figures.repaired) {
        invocation.warn(std::format("{}:{} is invalid ({}) and was repaired for this calculation.",
                                    service.demand->layer,
                                    service.demand->uid(index),
                                    reason));
    }
    if (const std::size_t small = service.sites.size() - answer.sites(); small > 0) {
        invocation.warn(std::format(
            "{} sites of {} are too small for the rule and serve nothing.", small, service.sitesLayer->name));
    }
    if (answer.sites() == 0) {
        invocation.warn(std::format("no site of {} serves by the rule; sites are those for which {} holds.",
                                    service.sitesLayer->name,
                                    service.condition));
    }
}

Result<int> answerCoverage(const CoverageOptions& options, Invocation& invocation) {
    const auto plan = openPlan(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto places = PlaceReader::forPlan(*plan, "");
    if (!places) {
        return std::unexpected(places.error());
    }
    const auto added = placesOf(options.add, *places);
    if (!added) {
        return std::unexpected(added.error());
    }
    const auto answer = answerOf(*plan, options, *added, invocation.progress());
    if (!answer) {
        return std::unexpected(answer.error());
    }
    warn(invocation, *answer);
    if (!options.gaps.empty()) {
        if (const auto written = writeGaps(*answer, plan->crs(), options.gaps); !written) {
            return std::unexpected(written.error());
        }
    }
    const auto text = invocation.json() ? coverageJson(*answer, options.service, *places)
                                        : Result<std::string>(coverageText(*answer));
    if (!text) {
        return std::unexpected(text.error());
    }
    return invocation.answer(*text).transform([] { return exitDone; });
}

} // namespace

Command coverageCommand() {
    return {"coverage",
            "Share of a layer that lies within the service radius of sites",
            "tuban coverage gaoxin.sqlite --of park_site --over parcel --where \"lu_code like '0701%'\"",
            [](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<CoverageOptions>();
                addPlan(app, options->plan);
                addServiceOptions(app, options->service);
                app.add_flag("--planned", options->planned, "Give the share with planned sites as well");
                app.add_option("--add", options->add, "A site to try, round and of that size")
                    ->type_name("LON,LAT:M2")
                    ->take_all();
                app.add_option("--gaps", options->gaps, "Write what no site serves, as GeoJSON")
                    ->type_name("FILE");
                return [options](Invocation& invocation) { return answerCoverage(*options, invocation); };
            }};
}

} // namespace tuban
