#include "geo/demo/convex.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace tuban;
using Catch::Matchers::WithinAbs;

TEST_CASE("splitShare cuts the wanted share off on the left") {
    const Convex trapezium{{0, 0}, {10, 0}, {8, 6}, {1, 6}};
    const auto [left, right] = splitShare(trapezium, 0.3, {0, 1});
    CHECK_THAT(areaOf(left) / areaOf(trapezium), WithinAbs(0.3, 1e-6));
    CHECK_THAT(areaOf(left) + areaOf(right), WithinAbs(areaOf(trapezium), 1e-9));
}

TEST_CASE("split gives both parts the same points") {
    const Convex square{{0, 0}, {3, 0}, {3, 3}, {0, 3}};
    const auto [left, right] = split(square, {1, 1}, {0.3, 1});
    int shared = 0;
    for (const Point p : left) {
        for (const Point q : right) {
            shared += p == q ? 1 : 0;
        }
    }
    CHECK(shared == 2);
    CHECK(split(square, {9, 9}, {0, 1}).second.empty());
}

TEST_CASE("noded puts the corners of neighbours on an edge, in order") {
    const auto ring = noded({{0, 0}, {10, 0}, {10, 10}}, {{7, 0}, {3, 0}, {3, 1}, {10, 5}, {0, 0}});
    CHECK(ring == std::vector<Point>{{0, 0}, {3, 0}, {7, 0}, {10, 0}, {10, 5}, {10, 10}});
}
