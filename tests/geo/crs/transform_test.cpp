#include "geo/crs/transform.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <limits>
#include <vector>

using namespace tuban;
using Catch::Matchers::WithinAbs;

namespace {

Result<Transform> between(std::string_view from, std::string_view to) {
    const auto source = crsFromText(from);
    const auto target = crsFromText(to);
    REQUIRE(source);
    REQUIRE(target);
    return Transform::between(*source, *target);
}

struct Pair {
    Point lonLat, ground;
};
// echo 113.55 34.81 | gdaltransform -s_srs EPSG:4490 -t_srs EPSG:4547, rounded to 0.1 mm
const std::vector<Pair> pairs{{{113.55, 34.81}, {458825.4449, 3853606.8268}},
                              {{113.45, 34.75}, {449639.0049, 3846996.1091}},
                              {{113.62, 34.87}, {465255.6323, 3860236.6534}}};

} // namespace

TEST_CASE("Transform agrees with cs2cs over the Zone, from CGCS2000 and from WGS 84") {
    for (const auto* degrees : {"4490", "4326"}) {
        const auto forward = between(degrees, "4547");
        const auto back = between("4547", degrees);
        REQUIRE(forward);
        REQUIRE(back);
        for (const auto& [lonLat, ground] : pairs) {
            const auto projected = forward->apply(lonLat);
            REQUIRE(projected);
            CHECK_THAT(projected->x, WithinAbs(ground.x, 2e-4)); // 0.11 mm between the two ellipsoids
            CHECK_THAT(projected->y, WithinAbs(ground.y, 2e-4));
            const auto geo = back->apply(ground);
            REQUIRE(geo);
            CHECK_THAT(geo->x, WithinAbs(lonLat.x, 2e-9));
            CHECK_THAT(geo->y, WithinAbs(lonLat.y, 2e-9));
        }
    }
}

TEST_CASE("Transform between sisters adds the zone number") {
    const auto transform = between("4547", "4526");
    REQUIRE(transform);
    const auto moved = transform->apply(Point{458825.4449, 3853606.8268});
    REQUIRE(moved);
    CHECK_THAT(moved->x, WithinAbs(38458825.4449, 1e-6));
    CHECK_THAT(moved->y, WithinAbs(3853606.8268, 1e-6));
}

TEST_CASE("Transform reaches Web Mercator and UTM without a shift of datum") {
    const auto mercator = between("4547", "3857");
    REQUIRE(mercator);
    const auto world = mercator->apply(Point{458825.4449, 3853606.8268});
    REQUIRE(world);
    // echo 113.55 34.81 | gdaltransform -s_srs EPSG:4326 -t_srs EPSG:3857
    CHECK_THAT(world->x, WithinAbs(12640328.1796, 0.001));
    CHECK_THAT(world->y, WithinAbs(4138090.7865, 0.001));
    CHECK(between("32649", "4547"));
}

TEST_CASE("Transform knows systems that are the same") {
    CHECK(between("4547", "4547")->identity());
    CHECK(between("4326", "4490")->identity());
    CHECK_FALSE(between("4547", "4526")->identity());
    std::vector<Point> untouched{{1, 2}};
    REQUIRE(between("4326", "4490")->apply(std::span(untouched)));
    CHECK(untouched.front() == Point{1, 2});
}

TEST_CASE("Transform refuses the old Chinese datums towards CGCS2000 and WGS 84") {
    for (const auto* old : {"4610", "4214", "2383", "2435"}) {
        for (const auto* now : {"4547", "4490", "4326"}) {
            CAPTURE(old, now);
            const auto forward = between(old, now);
            REQUIRE_FALSE(forward);
            CHECK(forward.error().code == ErrorCode::BadCrs);
            CHECK_FALSE(between(now, old));
        }
    }
    CHECK(between("2383", "4610")); // within one datum it is a projection alone
}

TEST_CASE("Transform from other datums uses what PROJ knows") {
    const auto transform = between("2326", "4490"); // Hong Kong 1980 grid
    REQUIRE(transform);
    const auto moved = transform->apply(Point{836694.05, 819069.80});
    REQUIRE(moved);
    // echo 836694.05 819069.80 | gdaltransform -s_srs EPSG:2326 -t_srs EPSG:4326; 1e-5 degrees are about 1 m,
    // the shift itself is about 300 m.
    CHECK_THAT(moved->x, WithinAbs(114.181009, 1e-5));
    CHECK_THAT(moved->y, WithinAbs(22.310602, 1e-5));
}

TEST_CASE("Transform names a position that lies outside") {
    const auto transform = between("4490", "4547");
    REQUIRE(transform);
    const auto moved = transform->apply(Point{std::numeric_limits<double>::quiet_NaN(), 34});
    REQUIRE_FALSE(moved);
    CHECK(moved.error().code == ErrorCode::BadCrs);
    CHECK_FALSE(transform->apply(Point{113, 95}));
}

TEST_CASE("Transform keeps the parts of a geometry") {
    const auto transform = between("4547", "4526");
    REQUIRE(transform);
    const auto moved =
        transform->apply(makePolygon({{{458000, 3853000}, {458100, 3853000}, {458100, 3853100}}}));
    REQUIRE(moved);
    CHECK(moved->polygonEnds == std::vector<std::uint32_t>{1});
    CHECK(moved->points.front() == moved->points.back());
}

TEST_CASE("worldFromGeo is Web Mercator on the unit square") {
    CHECK(worldFromGeo({0, 0}) == Point{0.5, 0.5});
    const Point world = worldFromGeo({113.55, 34.81});
    const double circumference = 2 * 20037508.342789244;
    CHECK_THAT((world.x - 0.5) * circumference, WithinAbs(12640328.1796, 0.001));
    CHECK_THAT((0.5 - world.y) * circumference, WithinAbs(4138090.7865, 0.001));
    const Point back = geoFromWorld(world);
    CHECK_THAT(back.x, WithinAbs(113.55, 1e-12));
    CHECK_THAT(back.y, WithinAbs(34.81, 1e-12));
}
