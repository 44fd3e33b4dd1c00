// How long the answer takes when a new park is dragged over a plan: from its move to the land it would newly
// serve. Prints JSON, milliseconds.
//   what_if_bench PLAN
#include "geo/measure/area.h"
#include "geo/measure/coverage.h"
#include "geo/measure/service_gain.h"
#include "geo/measure/service_rule.h"
#include "geo/plan/plan.h"
#include "geo/plan/snapshot.h"
#include "geo/plan/snapshot_shapes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <numbers>
#include <random>
#include <vector>

using namespace tuban;

namespace {

Geometry roundPark(Point centre, double radiusM) {
    std::vector<Point> ring;
    constexpr int corners = 64;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        ring.push_back({centre.x + radiusM * std::cos(angle), centre.y + radiusM * std::sin(angle)});
    }
    return makePolygon({ring});
}

std::vector<std::uint32_t> homes(const LayerSnapshot& parcels) {
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t i = 0; i < parcels.size(); ++i) {
        if (toText(parcels.cell(0, i)).starts_with("07")) {
            chosen.push_back(i);
        }
    }
    return chosen;
}

double milliseconds(std::clock_t ticks) {
    return 1'000.0 * static_cast<double>(ticks) / CLOCKS_PER_SEC;
}

int run(const char* path) {
    const auto plan = Plan::open(path, OpenMode::ReadOnly);
    const auto parcels = plan ? readSnapshot(*plan, "parcel", {"lu_code"}) : std::unexpected(plan.error());
    const auto parks = plan ? readSnapshot(*plan, "park_site", {}) : std::unexpected(plan.error());
    if (!parcels || !parks) {
        std::fputs("what_if_bench: the plan cannot be read\n", stderr);
        return 3;
    }
    const ServiceRule& rule = servicePresets().front().rule;
    const ArealScale scale = ArealScale::planar();
    const ShapesView demand = shapesOf(**parcels);
    const auto chosen = homes(**parcels);
    const ServiceGain gain(demand, chosen, scale);
    std::vector<ServiceSite> sites;
    for (std::size_t i = 0; i < (*parks)->size(); ++i) {
        Geometry shape = (*parks)->geometry(i);
        const double radiusM = rule.radiusOf(planarAreaM2(shape));
        sites.push_back({.shape = std::move(shape), .radiusM = radiusM});
    }
    const auto served = ServedLand::around(sites, gain.geos());
    const auto now =
        served ? coverage(demand, chosen, served->whole(), scale) : std::unexpected(served.error());
    if (!now) {
        std::fputs("what_if_bench: a park is not valid\n", stderr);
        return 3;
    }
    constexpr int drags = 40;
    constexpr int moves = 25;
    constexpr double stepM = 20;
    std::mt19937 random(3);
    const Box box = (*parcels)->bounds();
    std::uniform_real_distribution<double> x(box.minX, box.maxX);
    std::uniform_real_distribution<double> y(box.minY, box.maxY);
    std::vector<double> wall;
    double bestShare = 0;
    const std::clock_t begin = std::clock();
    for (int drag = 0; drag < drags; ++drag) {
        Point at{x(random), y(random)};
        for (int move = 0; move < moves; ++move, at.x += stepM) {
            const auto asked = std::chrono::steady_clock::now();
            const auto gained = gain.gainM2(*served, {.shape = roundPark(at, 40), .radiusM = 500});
            bestShare = std::max(bestShare, (now->servedM2 + gained.value_or(0)) / now->demandM2);
            wall.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - asked).count());
        }
    }
    const double cpu = milliseconds(std::clock() - begin) / (drags * moves);
    std::ranges::sort(wall);
    const nlohmann::ordered_json figures{{"cpu_ms", cpu},
                                         {"wall_ms", wall[wall.size() / 2]},
                                         {"p95_ms", wall[wall.size() * 95 / 100]},
                                         {"share", now->servedM2 / now->demandM2},
                                         {"best_share", bestShare}};
    std::puts(figures.dump().c_str());
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("what_if_bench PLAN\n", stderr);
        return 2;
    }
    return run(argv[1]);
}
