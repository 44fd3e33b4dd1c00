#include "geo/measure/area.h"
#include "geo/measure/tiling.h"
#include "geo/shape/linear.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <sqlite3.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <memory>
#include <random>
#include <vector>

using namespace tuban;
using Catch::Matchers::WithinAbs;

namespace {

/// A little-endian WKB LINESTRING behind the head of a GeoPackage blob, whose envelope is as long as its flags
/// say.
Geometry lineOfGeoPackage(const std::byte* blob) {
    static constexpr std::size_t envelopes[] = {0, 32, 48, 48, 64};
    const std::byte* at = blob + 8 + envelopes[(std::to_integer<unsigned>(blob[3]) >> 1U) & 7U] + 5;
    std::uint32_t count = 0;
    std::memcpy(&count, at, 4);
    std::vector<Point> points(count);
    std::memcpy(points.data(), at + 4, count * sizeof(Point));
    return makeLine({points});
}

std::vector<Geometry> wuxiRoads() {
    const std::string path = TUBAN_SHARED_DATA "/wuxi-hightech/xinwu_road_centerlines.gpkg";
    std::vector<Geometry> roads;
    sqlite3* raw = nullptr;
    if (!std::filesystem::exists(path) ||
        sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) {
        return roads;
    }
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(raw, sqlite3_close);
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(raw, "SELECT geom FROM road_centerlines", -1, &statement, nullptr);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> rows(statement, sqlite3_finalize);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        roads.push_back(lineOfGeoPackage(static_cast<const std::byte*>(sqlite3_column_blob(statement, 0))));
    }
    return roads;
}

Said stretch(int rank, double fromM, double toM) {
    return {.rank = rank, .fromM = fromM, .toM = toM, .part = {}};
}

Said partOf(int rank, double x, double y, double side) {
    Said said{.rank = rank};
    said.part = makePolygon({{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}});
    return said;
}

} // namespace

TEST_CASE("Stretches of real roads tile them exactly, in any number, and keep every vertex") {
    const auto roads = wuxiRoads();
    if (roads.empty()) {
        SKIP("no shared data");
    }
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same roads each time
    const GeosContext context;
    for (std::size_t i = 0; i < roads.size(); i += 1 + roads.size() / 300) {
        const auto& road = roads[i];
        const double length = lineLength(road);
        CHECK_THAT(length, WithinAbs(planarLengthM(road), 1e-6));
        std::uniform_real_distribution<double> anywhere(0, length);
        const double a = anywhere(random);
        const double b = anywhere(random);
        const double first = std::min(a, b);
        const double second = std::max(a, b);
        const auto one = stretchOf(road, 0, first);
        const auto two = stretchOf(road, second, first); // clicked the other way round
        const auto three = stretchOf(road, second, length);
        CHECK_THAT(planarLengthM(two), WithinAbs(second - first, 0.001));
        CHECK_THAT(planarLengthM(one) + planarLengthM(two) + planarLengthM(three), WithinAbs(length, 0.001));
        CHECK(one.points.back() == two.points.front());
        CHECK(two.points.back() == three.points.front());
        CHECK(one.points.size() + two.points.size() + three.points.size() >= road.points.size() + 4);
        // A place on the road that does not cross itself has the chainage it was taken at.
        const auto chainage = chainageOf(context, road, placeAt(road, first));
        REQUIRE(chainage);
        const Point again = placeAt(road, *chainage);
        const Point there = placeAt(road, first);
        CHECK_THAT(std::hypot(again.x - there.x, again.y - there.y), WithinAbs(0, 0.001));
    }
}

TEST_CASE("A road of two parts counts through, and its gap has no length") {
    const auto road = makeLine({{{0, 0}, {100, 0}}, {{150, 0}, {150, 60}}});
    CHECK(lineLength(road) == 160);
    const auto across = stretchOf(road, 80, 120);
    REQUIRE(across.partEnds.size() == 2);
    CHECK(planarLengthM(across) == 40);
    CHECK(across.part(0).front() == Point{80, 0});
    CHECK(across.part(1).back() == Point{150, 20});
    const GeosContext context;
    CHECK_THAT(*chainageOf(context, road, {151, 30}), WithinAbs(130, 1e-9));
    CHECK(placeAt(road, 130) == Point{150, 30});
    CHECK(stretchOf(road, 160, 170).empty());
}

TEST_CASE("A ring road counts from its first point once round") {
    const auto ring = makeLine({{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}}});
    CHECK(lineLength(ring) == 400);
    const auto half = stretchOf(ring, 350, 150);
    CHECK(planarLengthM(half) == 200);
    CHECK(half.points == std::vector<Point>{{100, 50}, {100, 100}, {0, 100}, {0, 50}});
    CHECK_FALSE(chainageOf(GeosContext(), makePoint({0, 0}), {0, 0}));
}

TEST_CASE("Of overlapping stretches the later mark wins, and nothing is counted twice") {
    // newest first: the middle was done last
    const std::vector<Said> said{stretch(3, 300, 500), stretch(5, 600, 200), stretch(2, 0, 250)};
    const auto tiles = tileLine(1000, 0, said);
    REQUIRE(tiles.size() == 5);
    CHECK(totalOf(tiles) == 1000);
    CHECK(reached(tiles, 5) == 200); // 200–300 and 500–600
    CHECK(reached(tiles, 3) == 400);
    CHECK(reached(tiles, 2) == 600);
    CHECK(reached(tiles, 0) == 1000);
    CHECK(tiles[2].fromM == 300);
    CHECK(tiles[2].toM == 500);
    CHECK(rankOfWhole(tiles, 2) == 2); // under way
}

TEST_CASE("A mark of the whole covers what was said before, and beyond the end there is nothing") {
    const std::vector<Said> said{stretch(4, 900, 1200), Said{.rank = 3}, stretch(5, 0, 1000)};
    const auto tiles = tileLine(1000, 1, said);
    CHECK(reached(tiles, 5) == 0);
    CHECK(reached(tiles, 4) == 100);
    CHECK(reached(tiles, 3) == 1000);
    CHECK(rankOfWhole(tiles, 2) == 3);
    CHECK(tileLine(1000, noRank, {}).front().rank == noRank);
}

TEST_CASE("Parts of an area are cut exactly, later ones first") {
    const GeosContext context;
    const auto land = makePolygon({{{0, 0}, {100, 0}, {100, 100}, {0, 100}}});
    const std::vector<Said> said{partOf(4, 50, 50, 100), partOf(6, 0, 0, 60)};
    const auto tiles = tileArea(context, land, 2, said);
    REQUIRE(tiles);
    CHECK_THAT(totalOf(*tiles), WithinAbs(10000, 1e-6));
    CHECK_THAT(reached(*tiles, 6), WithinAbs(3500, 1e-6)); // 60 × 60 less the corner of 10 × 10
    CHECK_THAT(reached(*tiles, 4), WithinAbs(6000, 1e-6));
    CHECK_THAT(reached(*tiles, 2), WithinAbs(10000, 1e-6));
}
