// Faults of a coverage: what a surveyor would find, and what GEOS' coverage functions find.
#include "geo/measure/topology.h"
#include "geo/shape/set_operations.h"
#include "tests/geo/measure/shapes.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <numeric>
#include <random>

using namespace tuban;
using namespace tuban::test;
using Catch::Matchers::WithinAbs;
using Kind = TopologyFinding::Kind;

namespace {

constexpr double east = 458825;
constexpr double north = 3853606;

std::vector<TopologyFinding> faults(const std::vector<Geometry>& shapes, bool coverage = true) {
    const FlatAreas areas(shapes);
    std::vector<std::uint32_t> all(shapes.size());
    std::iota(all.begin(), all.end(), 0U);
    const auto findings = checkTopology(areas.view(), all, {.coverage = coverage});
    REQUIRE(findings);
    return *findings;
}

/// Quadrilaterals over a grid of corners that are moved at random by up to a third of a cell, so that they
/// cover the land once.
std::vector<Geometry> coverageOf(std::size_t side, unsigned seed) {
    std::mt19937 random(seed);
    const auto shift = [&] { return (static_cast<double>(random() % 2000) - 1000) / 100; };
    std::vector<Point> corners;
    for (std::size_t row = 0; row <= side; ++row) {
        for (std::size_t column = 0; column <= side; ++column) {
            corners.push_back({east + 30.0 * static_cast<double>(column) + shift(),
                               north + 30.0 * static_cast<double>(row) + shift()});
        }
    }
    std::vector<Geometry> shapes;
    for (std::size_t row = 0; row < side; ++row) {
        for (std::size_t column = 0; column < side; ++column) {
            const std::size_t at = row * (side + 1) + column;
            shapes.push_back(makePolygon(
                {{corners[at], corners[at + 1], corners[at + side + 2], corners[at + side + 1]}}));
        }
    }
    return shapes;
}

} // namespace

TEST_CASE("neighbours that fit, also where one lacks a corner, are no finding") {
    CHECK(faults({rectangle(east, north, 50, 50),
                  rectangle(east + 50, north, 50, 20),
                  rectangle(east + 50, north + 20, 50, 30)})
              .empty());
    CHECK(faults(coverageOf(12, 4)).empty());
}

TEST_CASE("an overlap, its size, place and pair are found, and only in a coverage") {
    const std::vector<Geometry> shapes{rectangle(east, north, 50, 50), rectangle(east + 49, north, 50, 50)};
    const auto found = faults(shapes);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == Kind::Overlap);
    CHECK(found[0].feature == 0);
    CHECK(found[0].other == 1);
    CHECK_THAT(found[0].areaM2, WithinAbs(50, 1e-6));
    CHECK_THAT(found[0].at.x, WithinAbs(east + 49.5, 1e-6));
    CHECK(faults(shapes, false).empty());
}

TEST_CASE("a slit between two parcels is a gap, a street is none") {
    const auto found = faults({rectangle(east, north, 50, 50), rectangle(east + 50.3, north, 50, 50)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == Kind::Gap);
    CHECK(found[0].feature == 0);
    CHECK(found[0].other == 1);
    CHECK_THAT(found[0].areaM2, WithinAbs(0.3 * 50, 1e-6));
    CHECK_THAT(found[0].at.x, WithinAbs(east + 50.15, 1e-6));
    CHECK(faults({rectangle(east, north, 50, 50), rectangle(east + 56, north, 50, 50)}).empty());
}

TEST_CASE("land that parcels enclose and none covers is a gap of any width") {
    const auto found = faults({rectangle(east, north, 60, 20),
                               rectangle(east, north + 40, 60, 20),
                               rectangle(east, north + 20, 20, 20),
                               rectangle(east + 40, north + 20, 20, 20)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == Kind::Gap);
    CHECK_THAT(found[0].areaM2, WithinAbs(400, 1e-6));
    CHECK_THAT(found[0].at.x, WithinAbs(east + 30, 1e-6));
    CHECK_THAT(found[0].at.y, WithinAbs(north + 30, 1e-6));
}

TEST_CASE("a narrow slit within a block is told once") {
    const auto found = faults({rectangle(east, north, 60, 20),
                               rectangle(east, north + 20.2, 60, 20),
                               rectangle(east - 20, north, 20, 40.2),
                               rectangle(east + 60, north, 20, 40.2)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == Kind::Gap);
    CHECK_THAT(found[0].areaM2, WithinAbs(0.2 * 60, 1e-6));
}

TEST_CASE("duplicates, slivers and invalid shapes are found in any layer") {
    const Geometry bowTie = makePolygon(
        {{{east, north + 60}, {east + 40, north + 100}, {east + 40, north + 60}, {east, north + 100}}});
    const auto found = faults({rectangle(east, north, 50, 50),
                               rectangle(east, north, 50, 50),
                               rectangle(east + 200, north, 0.1, 30),
                               bowTie},
                              false);
    REQUIRE(found.size() == 3);
    CHECK(found[0].kind == Kind::Invalid);
    CHECK(found[0].feature == 3);
    CHECK(found[0].reason == "Self-intersection");
    CHECK_THAT(found[0].at.x, WithinAbs(east + 20, 1e-6));
    CHECK_THAT(found[0].at.y, WithinAbs(north + 80, 1e-6));
    CHECK(found[1].kind == Kind::Duplicate);
    CHECK(found[1].other == 1);
    CHECK(found[2].kind == Kind::Sliver);
    CHECK_THAT(found[2].areaM2, WithinAbs(3, 1e-6));
}

TEST_CASE("a hundred coverages with moved corners: each fault of ours is one for GEOS, and none is missed") {
    const GeosContext geos;
    for (unsigned seed = 1; seed <= 100; ++seed) {
        INFO("seed " << seed);
        std::vector<Geometry> shapes = coverageOf(6, seed);
        std::mt19937 random(seed);
        const std::size_t moved = 7 + random() % 20;
        const std::size_t corner = random() % 4;
        const Point by{.x = random() % 2 == 0 ? 0.3 : -0.3, .y = random() % 2 == 0 ? 0.2 : -0.2};
        Geometry& shape = shapes[moved];
        const Point old = shape.points[corner];
        for (Point& p : shape.points) {
            p = p == old ? Point{.x = old.x + by.x, .y = old.y + by.y} : p;
        }
        const auto reference = coverageFaults(geos, shapes, 0.5);
        REQUIRE(reference);
        bool found = false;
        for (const TopologyFinding& finding : faults(shapes)) {
            const auto other = static_cast<std::size_t>(finding.other);
            CHECK(((*reference)[finding.feature] || (*reference)[other]));
            found = found || finding.feature == moved || other == moved;
        }
        CHECK((*reference)[moved]);
        CHECK(found);
    }
}
