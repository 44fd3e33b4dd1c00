#include "geo/measure/area.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace tuban;
using Catch::Matchers::WithinAbs;

namespace {

Geometry square(double east, double north, double side) {
    return makePolygon(
        {{{east, north}, {east + side, north}, {east + side, north + side}, {east, north + side}}});
}

} // namespace

TEST_CASE("planarArea takes the hole off the shell whatever way the rings turn") {
    const std::vector<Point> shell{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
    const std::vector<Point> hole{{2, 2}, {4, 2}, {4, 4}, {2, 4}};
    const std::vector<Point> turned(hole.rbegin(), hole.rend());
    CHECK(planarAreaM2(makePolygon({shell, hole})) == 96);
    CHECK(planarAreaM2(makePolygon({shell, turned})) == 96);
    CHECK(planarAreaM2(makePolygon({{shell.rbegin(), shell.rend()}, hole})) == 96);
}

TEST_CASE("planarArea adds the polygons of a shape") {
    Geometry two = square(0, 0, 10);
    append(two, square(100, 0, 5));
    CHECK(planarAreaM2(two) == 125);
    CHECK(planarAreaM2(makePoint({1, 2})) == 0);
}

TEST_CASE("planarArea loses no digits far from the origin") {
    // Sides with exact binary fractions: the area is 100.25² exactly.
    CHECK(planarAreaM2(square(38458825.5, 3853606.25, 100.25)) == 100.25 * 100.25);
    const auto triangle =
        makePolygon({{{445100.123, 3853678.456}, {446350.5, 3854001.25}, {445700.75, 3855200.875}}});
    CHECK_THAT(planarAreaM2(triangle), WithinAbs(854859.4551, 5e-5)); // by hand with exact fractions
}

TEST_CASE("planarLength is the boundary of an area and the sum of lines") {
    CHECK(planarLengthM(square(0, 0, 10)) == 40);
    CHECK(planarLengthM(makeLine({{{0, 0}, {3, 4}}, {{0, 0}, {0, 2}}})) == 7);
    CHECK(planarLengthM(makePoint({1, 2})) == 0);
}
