#include "app/print/map_request.h"
#include "geo/crs/transform.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace tuban;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("a size is two whole numbers of pixels") {
    CHECK(sizeFromText("1600x1000").value() == QSizeF(1'600, 1'000));
    for (const char* wrong :
         {"", "1600", "1600x", "x1000", "1600*1000", "1600x1000x2", "16.5x1000", "-5x100", "99999x10"}) {
        CHECK(sizeFromText(wrong).error().code == ErrorCode::Usage);
    }
}

TEST_CASE("a scale is 1:N") {
    CHECK(scaleFromText("1:10000").value() == 10'000);
    for (const char* wrong : {"10000", "1:0", "1:-5", "2:1000", "1:abc", "1:10"}) {
        CHECK(scaleFromText(wrong).error().code == ErrorCode::Usage);
    }
}

TEST_CASE("paper is A4 or A3, lying unless it says portrait") {
    CHECK(paperFromText("A3").value().widthMm == 420);
    CHECK(paperFromText("A4-portrait").value().widthMm == 210);
    CHECK(paperFromText("A5").error().code == ErrorCode::Usage);
}

TEST_CASE("a box is west, south, east, north in degrees") {
    const Box world = worldBoxFromText("113.5,34.7,113.6,34.8").value();
    CHECK_THAT(geoFromWorld({world.minX, world.minY}).x, WithinAbs(113.5, 1e-9));
    CHECK_THAT(geoFromWorld({world.minX, world.minY}).y, WithinAbs(34.8, 1e-9));
    for (const char* wrong : {"",
                              "113.5,34.7,113.6",
                              "113.6,34.7,113.5,34.8",
                              "113.5,34.8,113.6,34.7",
                              "113.5,34.7,113.6,95",
                              "a,b,c,d"}) {
        CHECK(worldBoxFromText(wrong).error().code == ErrorCode::Usage);
    }
}

TEST_CASE("a view at 1:10 000 shows 10 m of ground in a millimetre of paper") {
    const View view = scaledView(worldFromGeo({113.55, 34.8}), 10'000, QSizeF(1'000, 700));
    CHECK_THAT(metresPerPixel(view) * pixelsPerMm, WithinRel(10.0, 1e-9));
    CHECK_THAT(denominatorOf(view), WithinRel(10'000.0, 1e-9));
}

TEST_CASE("a fitted view holds the whole box in its middle") {
    Box world;
    world.add(worldFromGeo({113.5, 34.7}));
    world.add(worldFromGeo({113.6, 34.8}));
    const View view = fittedView(world, QSizeF(800, 300));
    const Box seen = view.worldBox();
    CHECK(seen.minX < world.minX);
    CHECK(seen.maxY > world.maxY);
    CHECK_THAT(view.centre().x, WithinAbs(world.centre().x, 1e-12));
    CHECK(seen.height() < world.height() * 1.1);
}

TEST_CASE("scales are rounded to those in use on maps, never so that less is shown") {
    CHECK(roundDenominator(9'300) == 10'000);
    CHECK(roundDenominator(10'000) == 10'000);
    CHECK(roundDenominator(12'345) == 15'000);
    CHECK(roundDenominator(81'000) == 100'000);
}
