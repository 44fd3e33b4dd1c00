#include "geo/measure/overlaps.h"
#include "geo/measure/zone_index.h"
#include "tests/geo/measure/shapes.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <numeric>
#include <random>

using namespace tuban;
using namespace tuban::test;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double east = 471'000;
constexpr double north = 3'853'000;

/// Holds the search against every pair of the shapes, each by the kernel.
void compare(const std::vector<Geometry>& shapes, std::size_t least) {
    const FlatAreas flat(shapes);
    const GeosContext geos;
    const SoundAreas areas(flat.view(), geos);
    std::vector<std::uint32_t> all(areas.size());
    std::iota(all.begin(), all.end(), 0U);
    std::vector<Overlap> wanted;
    for (const std::uint32_t i : all) {
        for (std::uint32_t j = i + 1; j < all.size(); ++j) {
            const double areaM2 = commonPart(areas.area(i), areas.area(j)).area;
            if (areaM2 > smallestOverlapM2) {
                wanted.push_back({.first = i, .second = j, .areaM2 = areaM2});
            }
        }
    }
    REQUIRE(wanted.size() >= least);
    const auto found = overlapsOf(areas, all);
    REQUIRE(found);
    REQUIRE(found->size() == wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        CHECK((*found)[i].first == wanted[i].first);
        CHECK((*found)[i].second == wanted[i].second);
        CHECK_THAT((*found)[i].areaM2, WithinAbs(wanted[i].areaM2, 1e-6));
    }
}

std::vector<Geometry> gridOf(int side, double x, double y, double size) {
    std::vector<Geometry> cells;
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            cells.push_back(rectangle(x + column * size, y + row * size, size, size));
        }
    }
    return cells;
}

void append(std::vector<Geometry>& shapes, const std::vector<Geometry>& more) {
    shapes.insert(shapes.end(), more.begin(), more.end());
}

/// A band around a square with a corner every 10 m, as roads have where parcels meet them.
Geometry bandAround(double x, double y, double size, double width) {
    const auto ring = [](double left, double bottom, double side) {
        std::vector<Point> points;
        const Point corners[]{{left, bottom},
                              {left + side, bottom},
                              {left + side, bottom + side},
                              {left, bottom + side},
                              {left, bottom}};
        const int steps = static_cast<int>(side / 10);
        for (int edge = 0; edge < 4; ++edge) {
            for (int step = 0; step < steps; ++step) {
                const double t = static_cast<double>(step) / steps;
                points.push_back({std::lerp(corners[edge].x, corners[edge + 1].x, t),
                                  std::lerp(corners[edge].y, corners[edge + 1].y, t)});
            }
        }
        return points;
    };
    return makePolygon({ring(x - width, y - width, size + 2 * width), ring(x, y, size)});
}

} // namespace

TEST_CASE("a coverage has no overlaps, with and without all corners of its neighbours") {
    std::vector<Geometry> shapes = gridOf(8, east, north, 20);
    shapes.push_back(rectangle(east + 160, north, 40, 160)); // one long edge along eight
    shapes.push_back(bandAround(east + 300, north, 200, 10));
    append(shapes, gridOf(10, east + 300, north, 20));
    compare(shapes, 0);
}

TEST_CASE("one parcel laid over many is found with each of them") {
    std::vector<Geometry> shapes = gridOf(9, east, north, 20);
    shapes.push_back(rectangle(east + 50, north + 50, 60, 60));
    shapes.push_back(rectangle(east + 60, north + 60, 20, 20)); // in it, and just one cell of the grid
    compare(shapes, 18);
}

TEST_CASE(
    "two coverages on each other are found whole, also where their edges are the same or split otherwise") {
    SECTION("the same twice") {
        std::vector<Geometry> shapes = gridOf(7, east, north, 20);
        append(shapes, gridOf(7, east, north, 20));
        compare(shapes, 49);
    }
    SECTION("a finer one") {
        std::vector<Geometry> shapes = gridOf(6, east, north, 20);
        append(shapes, gridOf(12, east, north, 10));
        compare(shapes, 144);
    }
    SECTION("cells of the same size with more corners on their edges") {
        std::vector<Geometry> shapes = gridOf(6, east, north, 20);
        for (int row = 0; row < 6; ++row) {
            for (int column = 0; column < 6; ++column) {
                const double x = east + column * 20;
                const double y = north + row * 20;
                shapes.push_back(makePolygon({{{x, y},
                                               {x + 10, y},
                                               {x + 20, y},
                                               {x + 20, y + 10},
                                               {x + 20, y + 20},
                                               {x + 10, y + 20},
                                               {x, y + 20},
                                               {x, y + 10}}}));
            }
        }
        compare(shapes, 36);
    }
    SECTION("shifted") {
        std::vector<Geometry> shapes = gridOf(6, east, north, 20);
        append(shapes, gridOf(6, east + 7, north + 3, 20));
        compare(shapes, 100);
    }
}

TEST_CASE("roads of many corners are held against parcels and against each other") {
    std::vector<Geometry> shapes = gridOf(10, east, north, 20);
    shapes.push_back(bandAround(east, north, 200, 10));           // fits
    shapes.push_back(bandAround(east + 20, north + 20, 100, 10)); // lies on parcels
    shapes.push_back(bandAround(east + 60, north + 60, 200, 12)); // and on both roads
    compare(shapes, 30);
}

TEST_CASE("random patches are found as every pair of them tells") {
    std::mt19937 random(11);
    const auto step = [&](int most) {
        return 10.0 * static_cast<double>(random() % static_cast<unsigned>(most));
    };
    for (int run = 0; run < 60; ++run) {
        std::vector<Geometry> shapes = gridOf(6, east, north, 30);
        for (int i = 0; i < 12; ++i) {
            shapes.push_back(rectangle(east + step(18), north + step(18), 10 + step(6), 10 + step(6)));
        }
        std::ranges::shuffle(shapes, random);
        compare(shapes, 5);
    }
}
