// The boundary-integral kernel against GEOS, on land-use polygons of a real district and on hostile shapes.
#include "geo/measure/area.h"
#include "geo/measure/overlay.h"
#include "geo/measure/sound_areas.h"
#include "geo/measure/zone_index.h"
#include "geo/shape/orientation.h"
#include "geo/shape/set_operations.h"
#include "tests/geo/measure/shapes.h"
#include "tests/geo/measure/wuxi.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

using namespace tuban;
using namespace tuban::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

double geosCommon(const Geometry& a, const Geometry& b) {
    const GeosContext geos;
    const auto common = intersectionOf(geos, a, b);
    REQUIRE(common);
    return planarAreaM2(*common);
}

void checkBoth(const Geometry& a, const Geometry& b) {
    const double expected = geosCommon(a, b);
    // Plan coordinates have steps of 1e-9 m: over a boundary of some 100 m that is 1e-6 m² for GEOS, too.
    const double tolerance = 1e-9 * std::max(planarAreaM2(a), 1000.0);
    CHECK_THAT(commonPart(viewOf(a), viewOf(b)).area, WithinAbs(expected, tolerance));
    CHECK_THAT(commonPart(viewOf(b), viewOf(a)).area, WithinAbs(expected, tolerance));
    ZoneIndex zone(viewOf(b));
    CHECK_THAT(zone.inside(viewOf(a)).area, WithinAbs(expected, tolerance));
}

void compare(const OverlayInput& input) {
    const auto ours = overlay(input);
    const auto reference = overlayByGeos(input);
    REQUIRE(ours);
    REQUIRE(reference);
    for (std::size_t z = 0; z < ours->zones.size(); ++z) {
        const auto& a = ours->zones[z];
        const auto& b = reference->zones[z];
        double sum = 0;
        for (std::size_t group = 0; group < a.groups.size(); ++group) {
            CHECK_THAT(a.groups[group].areaM2, WithinAbs(b.groups[group].areaM2, 1e-9 * a.areaM2));
            sum += a.groups[group].areaM2;
        }
        CHECK_THAT(a.noneM2, WithinAbs(b.noneM2, 1e-9 * a.areaM2));
        CHECK_THAT(a.doubleM2, WithinAbs(b.doubleM2, 1e-9 * a.areaM2));
        CHECK_THAT(sum + a.noneM2 - a.doubleM2, WithinRel(a.areaM2, 1e-9));
    }
}

constexpr double east = 458825;
constexpr double north = 3853606;

} // namespace

TEST_CASE("orientation is exact where doubles round") {
    const Point a{0.5, 0.5};
    const Point b{12, 12};
    CHECK(orientation(a, b, {24, 24}) == 0);
    CHECK(orientation(a, b, {std::nextafter(24.0, 25.0), 24}) == -1);
    CHECK(orientation(a, b, {24, std::nextafter(24.0, 25.0)}) == 1);
    const Point p{east, north};
    CHECK(orientation(p, {east + 3, north + 1}, {east + 6, std::nextafter(north + 2, 0.0)}) == -1);
}

TEST_CASE("orientation is exact where the large parts of the products cancel") {
    // An edge of a JTS suite that ends in the corner of a neighbour.
    CHECK(orientation({2097.6867783781327, 1391.524349219038},
                      {2829.5979618286306, 659.3760732813996},
                      {2485.1041348942267, 1003.9814942180254}) == -1);
    // Nearly on a line, on a grid where whole numbers of 128 bits give the truth.
    __extension__ using Whole = __int128;
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> place(-(std::int64_t{1} << 50), std::int64_t{1} << 50);
    std::uniform_int_distribution<std::int64_t> run(-(1 << 20), 1 << 20);
    std::uniform_int_distribution<std::int64_t> off(-1, 1);
    for (int i = 0; i < 50'000; ++i) {
        const std::int64_t ax = place(random), ay = place(random);
        const std::int64_t dx = run(random), dy = run(random), near = run(random), far = run(random);
        const std::int64_t bx = ax + dx * near + off(random), by = ay + dy * near + off(random);
        const std::int64_t cx = ax + dx * far + off(random), cy = ay + dy * far + off(random);
        const Whole truth = Whole(bx - ax) * (cy - ay) - Whole(by - ay) * (cx - ax);
        const int sign = truth > 0 ? 1 : (truth < 0 ? -1 : 0);
        const auto at = [](std::int64_t x, std::int64_t y) {
            return Point{static_cast<double>(x), static_cast<double>(y)};
        };
        REQUIRE(orientation(at(ax, ay), at(bx, by), at(cx, cy)) == sign);
    }
}

TEST_CASE("the common part of two shapes equals GEOS' for touching, coincident and narrow ones") {
    const Geometry square = rectangle(east, north, 100, 100);
    const std::vector<Geometry> others{
        square,                                       // the same
        rectangle(east + 100, north, 50, 100),        // touches along an edge
        rectangle(east + 100, north + 100, 50, 50),   // touches at a corner
        rectangle(east, north, 50, 100),              // shares three sides
        rectangle(east + 25, north + 25, 50, 50),     // inside
        rectangle(east - 50, north - 50, 300, 300),   // around
        rectangle(east + 99.9999999, north, 50, 100), // overlaps by 1e-7 m
        rectangle(east + 20, north - 10, 1e-7, 200),  // a sliver across
        rectangle(east + 300, north, 10, 10),         // far away
        makePolygon(
            {{{east + 50, north}, {east + 100, north + 50}, {east + 50, north + 100}, {east, north + 50}}}),
        makePolygon(
            {{{east, north}, {east + 100, north + 100}, {east + 200, north}}}), // edge through corners
        makePolygon({{{east - 10, north - 10},
                      {east + 110, north - 10},
                      {east + 110, north + 110},
                      {east - 10, north + 110}},
                     {{east, north}, {east + 100, north}, {east + 100, north + 100}, {east, north + 100}}}),
        disc({east + 100, north + 100}, 40, 256),
    };
    for (std::size_t i = 0; i < others.size(); ++i) {
        INFO("shape " << i);
        checkBoth(square, others[i]);
    }
}

TEST_CASE("holes in holes and several parts are cut as GEOS cuts them") {
    Geometry nested =
        makePolygon({{{east, north}, {east + 90, north}, {east + 90, north + 90}, {east, north + 90}},
                     {{east + 10, north + 10},
                      {east + 80, north + 10},
                      {east + 80, north + 80},
                      {east + 10, north + 80}}});
    append(nested, rectangle(east + 20, north + 20, 50, 50));
    checkBoth(nested, rectangle(east + 45, north - 5, 20, 200));
    checkBoth(nested, moved(nested, 10, 10));
    checkBoth(nested, nested);
    checkBoth(nested, disc({east + 40, north + 40}, 35, 64));
}

TEST_CASE("a thousand random pairs on a coarse grid agree with GEOS") {
    std::mt19937 random(7);
    const auto step = [&] { return static_cast<double>(random() % 7); };
    const GeosContext geos;
    int compared = 0;
    while (compared < 1000) {
        std::vector<Point> a;
        std::vector<Point> b;
        for (int i = 0; i < 4; ++i) {
            a.push_back({east + step(), north + step()});
            b.push_back({east + step(), north + step()});
        }
        const Geometry first = makePolygon({a});
        const Geometry second = makePolygon({b});
        if (!isPlainRing(viewOf(first)) || !isPlainRing(viewOf(second))) {
            continue;
        }
        ++compared;
        CHECK_THAT(commonPart(viewOf(first), viewOf(second)).area,
                   WithinAbs(geosCommon(first, second), 1e-6));
    }
}

TEST_CASE("an overlay closes and equals GEOS' with overlaps, bow ties, empty shapes and gaps") {
    const FlatAreas features({
        rectangle(east, north, 50, 50),
        rectangle(east + 40, north, 50, 50), // 10 m on the first
        makePolygon({{{east, north + 60},
                      {east + 40, north + 100},
                      {east + 40, north + 60},
                      {east, north + 100}}}), // bow tie
        rectangle(east + 40, north, 50, 50),  // a duplicate
        Geometry{.kind = ShapeKind::Area, .points = {}, .partEnds = {}, .polygonEnds = {}},
        rectangle(east + 60, north + 60, 1e-7, 20),
    });
    const FlatAreas zones({rectangle(east - 5, north - 5, 70, 120), rectangle(east + 500, north, 5, 5)});
    const std::vector<std::uint32_t> groups{0, 1, 2, 1, 0, 2};
    const ArealScale plane = ArealScale::planar();
    const OverlayInput input{
        .features = features.view(), .groupOf = groups, .groups = 3, .zones = zones.view(), .scale = &plane};
    compare(input);
    const auto result = overlay(input);
    CHECK(result->repairedFeatures.size() == 1);
    CHECK_THAT(result->zones[0].groups[2].areaM2, WithinAbs(800, 1e-5)); // both wings
    CHECK_THAT(result->zones[0].doubleM2, WithinAbs(500 + 25 * 50, 1e-6));
    CHECK(result->zones[1].noneM2 == 25);
}

TEST_CASE("the overlay of a real district equals GEOS' to 1e-9 of the zone and does not depend on order") {
    std::vector<Geometry> shapes = test::wuxiInMetres();
    if (shapes.empty()) {
        SKIP("wuxi-hightech is not there");
    }
    REQUIRE(shapes.size() > 2000);
    Box extent;
    for (const Geometry& shape : shapes) {
        extent.add(shape.box());
    }
    const Point middle = extent.centre();
    const FlatAreas zones({disc(middle, 1500, 90), disc({middle.x + 1000, middle.y}, 2000, 90), shapes[700]});
    std::vector<std::uint32_t> groups(shapes.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        groups[i] = static_cast<std::uint32_t>(i % 5);
    }
    const auto scale = ArealScale::forExtent(*crsFromText("EPSG:4549"), extent);
    REQUIRE(scale);
    const FlatAreas features(shapes);
    const OverlayInput input{
        .features = features.view(), .groupOf = groups, .groups = 5, .zones = zones.view(), .scale = &*scale};
    compare(input);
    const auto forward = overlay(input);
    std::ranges::reverse(shapes);
    std::ranges::reverse(groups);
    const FlatAreas backwards(shapes);
    OverlayInput other = input;
    other.features = backwards.view();
    const auto backward = overlay(other);
    for (std::size_t group = 0; group < 5; ++group) {
        CHECK_THAT(backward->zones[0].groups[group].areaM2,
                   WithinRel(forward->zones[0].groups[group].areaM2, 1e-12));
    }
    CHECK_THAT(backward->zones[0].doubleM2,
               WithinAbs(forward->zones[0].doubleM2, 1e-9 * forward->zones[0].areaM2));
}

// Expected: PROJ's geodesic area with edges densified to 10 m, and the plane's, of all 2,033 polygons.
TEST_CASE("the fast form of ellipsoidal area gives the geodesic sum of a real district") {
    const auto shapes = test::wuxiInMetres();
    if (shapes.empty()) {
        SKIP("wuxi-hightech is not there");
    }
    Box extent;
    for (const Geometry& shape : shapes) {
        extent.add(shape.box());
    }
    const auto scale = ArealScale::forExtent(*crsFromText("EPSG:4549"), extent);
    REQUIRE(scale);
    double planar = 0;
    double ellipsoidal = 0;
    for (const Geometry& shape : shapes) {
        planar += ArealScale::planar().areaM2(shape);
        ellipsoidal += scale->areaM2(shape);
    }
    CHECK_THAT(planar, WithinRel(143146806.858, 1e-11));
    CHECK_THAT(ellipsoidal, WithinRel(143141265.866, 1e-9));
}

// Expected: facts of the survey formula; geodesic, edges finely densified (EPSG:4547).
TEST_CASE("the fast form gives the geodesic areas of known figures") {
    const auto scale = ArealScale::forExtent(
        *crsFromText("EPSG:4547"), {.minX = 440000, .minY = 3840000, .maxX = 475000, .maxY = 3865000});
    REQUIRE(scale);
    CHECK_THAT(scale->areaM2(rectangle(458825, 3853606, 1000, 1000)), WithinAbs(999959.2341, 2e-4));
    CHECK_THAT(scale->areaM2(makePolygon(
                   {{{445100.123, 3853678.456}, {446350.5, 3854001.25}, {445700.75, 3855200.875}}})),
               WithinAbs(854797.3909, 2e-4));
}
