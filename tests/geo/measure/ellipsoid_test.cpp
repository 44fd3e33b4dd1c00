#include "geo/crs/transform.h"
#include "geo/measure/area.h"
#include "geo/shape/geometry.h"
#include "tests/geo/measure/wuxi.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <geodesic.h>

#include <chrono>
#include <cmath>
#include <filesystem>
#include <memory>
#include <vector>

using namespace tuban;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

Crs crsOf(std::string_view code) {
    const auto crs = crsFromText(code);
    REQUIRE(crs);
    return *crs;
}

double areaIn(std::string_view code, const Geometry& shape) {
    const auto area = EllipsoidalArea::forCrs(crsOf(code));
    REQUIRE(area);
    return area->of(shape);
}

/// Karney's geodesic polygon over the ring's edges cut into pieces of at most a metre.
double karneyRing(const Transform& toGeo, const geod_geodesic& ellipsoid, std::span<const Point> ring) {
    geod_polygon polygon{};
    geod_polygon_init(&polygon, 0);
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point a = ring[i - 1];
        const Point b = ring[i];
        const int steps = static_cast<int>(std::hypot(b.x - a.x, b.y - a.y)) + 1;
        for (int step = 0; step < steps; ++step) {
            const auto geo =
                toGeo.apply(Point{a.x + (b.x - a.x) * step / steps, a.y + (b.y - a.y) * step / steps});
            geod_polygon_addpoint(&ellipsoid, &polygon, geo->y, geo->x);
        }
    }
    double area = 0;
    geod_polygon_compute(&ellipsoid, &polygon, 0, 1, &area, nullptr);
    return std::abs(area);
}

double karneyArea(const Crs& crs, const Geometry& shape) {
    const auto toGeo = Transform::between(crs, *geographicOf(crs));
    REQUIRE(toGeo);
    geod_geodesic ellipsoid{};
    geod_init(&ellipsoid, crs.semiMajorM, 1 / crs.inverseFlattening);
    double total = 0;
    std::size_t ring = 0;
    for (const std::size_t end : shape.polygonEnds) {
        total += karneyRing(*toGeo, ellipsoid, shape.part(ring));
        for (++ring; ring < end; ++ring) {
            total -= karneyRing(*toGeo, ellipsoid, shape.part(ring));
        }
    }
    return total;
}

const Geometry bigSquare =
    makePolygon({{{458825, 3853606}, {459825, 3853606}, {459825, 3854606}, {458825, 3854606}}});

} // namespace

// Expected: the official formula with the survey's rounding of B and L, as other land-survey programs print
// it, and PROJ 9.6's geod_polygon over finely densified edges.
TEST_CASE("EllipsoidalArea equals the official figures and is near the geodesic ones") {
    struct Expected {
        std::vector<Point> ring;
        double official, geodesic;
    };
    const std::vector<Expected> all{
        {{{458825, 3853606}, {459825, 3853606}, {459825, 3854606}, {458825, 3854606}},
         999959.2301,
         999959.2341},
        {{{458825, 3853606}, {458925, 3853606}, {458925, 3853706}, {458825, 3853706}}, 9999.5815, 9999.5833},
        {{{445100.123, 3853678.456}, {446350.5, 3854001.25}, {445700.75, 3855200.875}},
         854797.3088,
         854797.3909},
        {{{460000, 3850000},
          {460300, 3850000},
          {460300, 3850120},
          {460110, 3850120},
          {460110, 3850400},
          {460000, 3850400}},
         66797.3812,
         66797.3805}};
    for (const auto& [ring, official, geodesic] : all) {
        const double area = areaIn("4547", makePolygon({ring}));
        CHECK_THAT(area, WithinAbs(official, 0.005));
        CHECK_THAT(area, WithinRel(geodesic, 1e-7));
    }
}

TEST_CASE("EllipsoidalArea is the same with and without the zone number") {
    Geometry prefixed = bigSquare;
    for (Point& p : prefixed.points) {
        p.x += 38e6;
    }
    CHECK_THAT(areaIn("4526", prefixed), WithinAbs(areaIn("4547", bigSquare), 1e-4));
}

TEST_CASE("EllipsoidalArea takes holes off and measures degrees") {
    Geometry holed =
        makePolygon({{{458825, 3853606}, {459825, 3853606}, {459825, 3854606}, {458825, 3854606}},
                     {{459000, 3854000}, {459100, 3854000}, {459100, 3854100}, {459000, 3854100}}});
    const double hole = areaIn(
        "4547", makePolygon({{{459000, 3854000}, {459100, 3854000}, {459100, 3854100}, {459000, 3854100}}}));
    CHECK_THAT(areaIn("4547", holed), WithinAbs(999959.2341 - hole, 1e-3));
    const auto toGeo = Transform::between(crsOf("4547"), crsOf("4490"));
    REQUIRE(toGeo);
    CHECK_THAT(areaIn("4490", *toGeo->apply(bigSquare)),
               WithinRel(999959.2341, 1e-6)); // edges straight in degrees
    CHECK(areaIn("4547", makePoint({458825, 3853606})) == 0);
    CHECK(std::isnan(areaIn("4547", makePolygon({{{std::nan(""), 0}, {1, 0}, {1, 1}}}))));
}

TEST_CASE("EllipsoidalArea agrees with PROJ's geodesic area on real land-use patches") {
    const std::string path = TUBAN_SHARED_DATA "/wuxi-hightech/xinwu_land_use.gpkg";
    if (!std::filesystem::exists(path)) {
        SKIP("no shared data");
    }
    const auto crs = crsOf("32650");
    const auto area = EllipsoidalArea::forCrs(crs);
    REQUIRE(area);
    const auto shapes = test::wuxiAsDelivered();
    REQUIRE(shapes.size() > 100);
    for (std::size_t i = 0; i < shapes.size(); i += shapes.size() / 60) {
        const double karney = karneyArea(crs, shapes[i]);
        // geod_polygon itself is good to about 0.01 m² with this many short edges.
        CHECK_THAT(area->of(shapes[i]), WithinAbs(karney, 0.02 + karney * 1e-7));
    }
}

TEST_CASE("A district's land use in its own zone has the totals of other programs") {
    const std::string path = TUBAN_SHARED_DATA "/wuxi-hightech/xinwu_land_use.gpkg";
    if (!std::filesystem::exists(path)) {
        SKIP("no shared data");
    }
    const auto toPlan = Transform::between(crsOf("32650"), crsOf("4549"));
    const auto ellipsoidal = EllipsoidalArea::forCrs(crsOf("4549"));
    REQUIRE(toPlan);
    REQUIRE(ellipsoidal);
    double planarM2 = 0;
    double ellipsoidalM2 = 0;
    for (const auto& shape : test::wuxiAsDelivered()) {
        const auto moved = toPlan->apply(shape);
        REQUIRE(moved);
        planarM2 += planarAreaM2(*moved);
        ellipsoidalM2 += ellipsoidal->of(*moved);
    }
    CHECK_THAT(planarM2, WithinAbs(143'146'807, 1));
    CHECK_THAT(ellipsoidalM2, WithinAbs(143'141'266, 5));
}

TEST_CASE("geodesicLength follows the straight line of the projection") {
    // Scale of Gauss-Krüger at 41 km off the meridian: 1 + E²/2R² = 1.0000208; R = 6,371 km.
    const auto length = geodesicLengthM(crsOf("4547"), makeLine({{{458825, 3853606}, {458825, 3854606}}}));
    REQUIRE(length);
    CHECK_THAT(*length, WithinAbs(1000 / 1.00002085, 5e-4));
}

TEST_CASE("EllipsoidalArea measures a hundred thousand parcels well within a second when alone") {
    const auto area = EllipsoidalArea::forCrs(crsOf("4547"));
    REQUIRE(area);
    std::vector<Point> ring;
    for (int i = 0; i < 10; ++i) {
        ring.push_back({458825 + 60 * std::cos(i * 0.6283), 3853606 + 60 * std::sin(i * 0.6283)});
    }
    const auto parcel = makePolygon({ring});
    const auto start = std::chrono::steady_clock::now();
    double total = 0;
    for (int i = 0; i < 100'000; ++i) {
        total += area->of(parcel);
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    CAPTURE(seconds.count());
    CHECK(total > 1e9 * 0.9);
    CHECK(seconds.count() < 5); // room for a busy machine; 0.15 s alone
}
