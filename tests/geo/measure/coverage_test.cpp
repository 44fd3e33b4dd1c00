// Service coverage against GEOS: buffers, their union, the common part with each demand.
#include "geo/measure/area.h"
#include "geo/measure/coverage.h"
#include "geo/measure/nearest.h"
#include "geo/measure/served_land.h"
#include "geo/measure/service_gain.h"
#include "geo/measure/service_rule.h"
#include "geo/shape/set_operations.h"
#include "tests/geo/measure/shapes.h"
#include "tests/geo/measure/wuxi.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <numeric>
#include <random>

using namespace tuban;
using namespace tuban::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double east = 458825;
constexpr double north = 3853606;

std::vector<std::uint32_t> allOf(std::size_t count) {
    std::vector<std::uint32_t> all(count);
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

Coverage covered(const std::vector<Geometry>& demand, const std::vector<ServiceSite>& sites) {
    const GeosContext geos;
    const FlatAreas areas(demand);
    const auto land = ServedLand::around(sites, geos);
    REQUIRE(land);
    const auto result = coverage(areas.view(), allOf(demand.size()), land->whole(), ArealScale::planar());
    REQUIRE(result);
    return *result;
}

/// Every tenth polygon of the district is a site, the others are demand.
struct District {
    std::vector<Geometry> demand;
    std::vector<ServiceSite> sites;
};
District district() {
    District all;
    const auto shapes = wuxiInMetres();
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const GeosContext geos;
        if (i % 40 == 7) {
            const double radiusM = servicePresets()[0].rule.radiusOf(planarAreaM2(shapes[i]));
            all.sites.push_back({.shape = shapes[i], .radiusM = radiusM});
        } else {
            all.demand.push_back(shapes[i]);
        }
    }
    return all;
}

} // namespace

TEST_CASE("the presets give the radius by the size of a park") {
    const auto radius = [](std::size_t preset, double m2) {
        return servicePresets()[preset].rule.radiusOf(m2);
    };
    CHECK(radius(0, 5000) == 500);
    CHECK(radius(0, 4999.99) == 300);
    CHECK(radius(0, 1999) == 0);
    CHECK(radius(1, 400) == 300);
    CHECK(radius(1, 399) == 0);
    CHECK(radius(2, 1) == 300);
    CHECK(radius(3, 0) == 500);
}

TEST_CASE("a square park serves a square, four strips and four quarters of a circle around it") {
    const std::vector<ServiceSite> sites{{.shape = rectangle(east, north, 100, 100), .radiusM = 300}};
    const Coverage all = covered({rectangle(east - 1000, north - 1000, 2100, 2100)}, sites);
    // 64 straight segments stand for a quarter of a circle: 256/2 · sin(2π/256) · r².
    const double disc = 128 * std::sin(2 * std::numbers::pi / 256) * 300 * 300;
    CHECK_THAT(all.servedM2, WithinAbs(100 * 100 + 4 * 100 * 300 + disc, 1e-3));
    CHECK(all.demandM2 == 2100.0 * 2100);
}

TEST_CASE("what two parks serve counts once, and a park of no radius serves nothing") {
    const Geometry home = rectangle(east + 200, north, 50, 50);
    const ServiceSite park{.shape = rectangle(east, north, 100, 100), .radiusM = 300};
    CHECK(covered({home}, {park, park}).servedM2 == 2500);
    CHECK(covered({home}, {{.shape = park.shape, .radiusM = 0}}).servedM2 == 0);
    CHECK(covered({home}, {}).servedM2 == 0);
}

TEST_CASE("the coverage of a real district equals GEOS' feature by feature") {
    const District all = district();
    if (all.demand.empty()) {
        SKIP("wuxi-hightech is not there");
    }
    const GeosContext geos;
    const auto land = ServedLand::around(all.sites, geos);
    REQUIRE(land);
    const FlatAreas demand(all.demand);
    const auto ours = coverage(demand.view(), allOf(all.demand.size()), land->whole(), ArealScale::planar());
    REQUIRE(ours);
    CHECK(ours->servedM2 > 0.1 * ours->demandM2);
    CHECK(ours->servedM2 < 0.95 * ours->demandM2);
    double bareM2 = 0;
    for (std::size_t i = 0; i < all.demand.size(); ++i) {
        INFO("polygon " << i);
        const auto common = intersectionOf(geos, all.demand[i], land->whole());
        REQUIRE(common);
        const auto& figures = ours->demand[i];
        CHECK_THAT(figures.servedM2,
                   WithinAbs(planarAreaM2(*common), 1e-9 * std::max(figures.areaM2, 1000.0)));
        const auto bare = land->bare(geos, all.demand[i]);
        REQUIRE(bare);
        bareM2 += planarAreaM2(*bare);
    }
    CHECK_THAT(ours->servedM2 + bareM2, WithinRel(ours->demandM2, 1e-9));
}

TEST_CASE("coverage never falls when a site is added, and the order of sites does not matter") {
    District all = district();
    if (all.demand.empty()) {
        SKIP("wuxi-hightech is not there");
    }
    all.demand.resize(500);
    const auto whole = covered(all.demand, all.sites);
    std::ranges::reverse(all.sites);
    CHECK_THAT(covered(all.demand, all.sites).servedM2, WithinRel(whole.servedM2, 1e-12));
    std::vector<ServiceSite> some;
    double before = 0;
    for (std::size_t i = 0; i < all.sites.size(); i += 5) {
        some.push_back(all.sites[i]);
        const double now = covered(all.demand, some).servedM2;
        CHECK(now >= before * (1 - 1e-12));
        before = now;
    }
}

TEST_CASE("the distance between shapes equals GEOS'") {
    const District all = district();
    if (all.demand.empty()) {
        SKIP("wuxi-hightech is not there");
    }
    const GeosContext geos;
    std::mt19937 random(3);
    for (int i = 0; i < 400; ++i) {
        const Geometry& a = all.demand[random() % all.demand.size()];
        const Geometry& b = all.sites[random() % all.sites.size()].shape;
        const auto expected = distanceOf(geos, a, b);
        REQUIRE(expected);
        CHECK_THAT(distanceBetween(viewOf(a), b), WithinAbs(*expected, 1e-7));
    }
    const Geometry ring =
        makePolygon({{{east, north}, {east + 90, north}, {east + 90, north + 90}, {east, north + 90}},
                     {{east + 10, north + 10},
                      {east + 80, north + 10},
                      {east + 80, north + 80},
                      {east + 10, north + 80}}});
    CHECK(distanceBetween(viewOf(ring), rectangle(east + 40, north + 40, 10, 10)) == 30);
    CHECK(distanceBetween(viewOf(rectangle(east + 40, north + 40, 10, 10)), ring) == 30);
    CHECK(distanceBetween(viewOf(ring), makePoint({east + 5, north + 5})) == 0);
    CHECK(distanceBetween(viewOf(ring), makePoint({east + 45, north + 45})) == 35);
}

TEST_CASE("the nearest site is the one GEOS finds nearest") {
    const District all = district();
    if (all.demand.empty()) {
        SKIP("wuxi-hightech is not there");
    }
    std::vector<Geometry> shapes;
    for (const ServiceSite& site : all.sites) {
        shapes.push_back(site.shape);
    }
    const NearestShape nearest(shapes);
    const GeosContext geos;
    for (std::size_t i = 0; i < all.demand.size(); i += 97) {
        double least = 1e300;
        for (const Geometry& shape : shapes) {
            least = std::min(least, *distanceOf(geos, all.demand[i], shape));
        }
        CHECK_THAT(nearest.to(viewOf(all.demand[i])).distanceM, WithinAbs(least, 1e-7));
    }
    CHECK(NearestShape({}).to(viewOf(all.demand[0])).index == -1);
}

TEST_CASE("what a further site gains is what the coverage grows by, wherever it is dragged") {
    const District all = district();
    const FlatAreas areas(all.demand);
    const auto chosen = allOf(all.demand.size());
    const ArealScale scale = ArealScale::planar();
    const ServiceGain gain(areas.view(), chosen, scale);
    const auto served = ServedLand::around(all.sites, gain.geos());
    REQUIRE(served);
    const double before = covered(all.demand, all.sites).servedM2;
    Box box;
    for (const Geometry& shape : all.demand) {
        box.add(shape.box());
    }
    std::mt19937 random(5);
    std::uniform_real_distribution<double> x(box.minX, box.maxX);
    std::uniform_real_distribution<double> y(box.minY, box.maxY);
    for (int i = 0; i < 12; ++i) {
        const ServiceSite site{.shape = disc({x(random), y(random)}, 40, 24), .radiusM = 300};
        auto sites = all.sites;
        sites.push_back(site);
        const auto gained = gain.gainM2(*served, site);
        REQUIRE(gained);
        CHECK_THAT(*gained, WithinAbs(covered(all.demand, sites).servedM2 - before, 0.01));
    }
    CHECK(
        gain.gainM2(*served, {.shape = disc({box.minX - 9'000, box.minY}, 40, 24), .radiusM = 300}).value() ==
        0);
}
