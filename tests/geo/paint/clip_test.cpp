#include "geo/paint/clip.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;

namespace {

const Box window{0, 0, 10, 10};

double areaOf(const std::vector<Point>& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

} // namespace

TEST_CASE("a ring over the corner of the window keeps what is inside") {
    CHECK(areaOf(clippedRing({{5, 5}, {15, 5}, {15, 15}, {5, 15}}, window)) == 25);
}

TEST_CASE("a ring around the window fills it and one beside it leaves nothing") {
    CHECK(areaOf(clippedRing({{-5, -5}, {50, -5}, {50, 50}, {-5, 50}}, window)) == 100);
    CHECK(clippedRing({{20, 20}, {30, 20}, {30, 30}}, window).empty());
}

TEST_CASE("a line that leaves the window and comes back becomes two") {
    const std::vector<Point> line{{5, 5}, {15, 5}, {15, 8}, {5, 8}};
    const auto pieces = clippedLine(line, window);
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0] == std::vector<Point>{{5, 5}, {10, 5}});
    CHECK(pieces[1] == std::vector<Point>{{10, 8}, {5, 8}});
}

TEST_CASE("a line that crosses the whole window is cut at both sides") {
    const std::vector<Point> line{{-10, 5}, {20, 5}};
    const auto pieces = clippedLine(line, window);
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0] == std::vector<Point>{{0, 5}, {10, 5}});
}

TEST_CASE("a line inside the window stays as it is") {
    const std::vector<Point> line{{1, 1}, {2, 2}, {3, 1}};
    CHECK(clippedLine(line, window) == std::vector<std::vector<Point>>{line});
}
