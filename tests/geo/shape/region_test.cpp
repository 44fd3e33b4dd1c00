#include "geo/shape/geos.h"
#include "geo/shape/region.h"

#include <catch2/catch_test_macros.hpp>
#include <geos_c.h>

#include <cmath>
#include <random>

using namespace tuban;

namespace {

const std::vector<Point> square{{0, 0}, {100, 0}, {100, 100}, {0, 100}};

Geometry box(double x, double y, double side) {
    return makePolygon({{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}});
}

/// A star-shaped ring with corners at random distances.
std::vector<Point> blob(std::mt19937& random, Point middle, double radius, int corners) {
    std::uniform_real_distribution<double> part(0.3, 1.0);
    std::vector<Point> ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * 3.14159265358979 * i / corners;
        const double r = radius * part(random);
        ring.push_back({middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)});
    }
    return ring;
}

RegionRelation byGeos(const GeosContext& context, const GEOSGeometry* region, const Geometry& shape) {
    const auto other = toGeos(context, shape);
    REQUIRE(other);
    if (GEOSIntersects_r(context.handle(), region, other->get()) == 0) {
        return RegionRelation::Apart;
    }
    return GEOSContains_r(context.handle(), region, other->get()) == 1 ? RegionRelation::Inside
                                                                       : RegionRelation::Crossed;
}

} // namespace

TEST_CASE("a region tells what lies in it, across its edge and beyond") {
    const Region region(square);
    CHECK(region.relationOf(box(10, 10, 20)) == RegionRelation::Inside);
    CHECK(region.relationOf(box(90, 90, 20)) == RegionRelation::Crossed);
    CHECK(region.relationOf(box(110, 10, 20)) == RegionRelation::Apart);
    CHECK(region.relationOf(box(-50, -50, 300)) == RegionRelation::Crossed);
    CHECK(region.relationOf(makePoint({50, 50})) == RegionRelation::Inside);
    CHECK(region.relationOf(makePoint({150, 50})) == RegionRelation::Apart);
    CHECK(region.relationOf(makeLine({{{-10, 50}, {110, 50}}})) == RegionRelation::Crossed);
    CHECK(region.relationOf(Geometry{}) == RegionRelation::Apart);
    CHECK(Region({{0, 0}, {1, 1}}).relationOf(box(0, 0, 1)) == RegionRelation::Apart);
}

TEST_CASE("a parcel with the region in its hole is apart from it") {
    const auto ring = makePolygon(
        {{{-50, -50}, {150, -50}, {150, 150}, {-50, 150}}, {{-10, -10}, {-10, 110}, {110, 110}, {110, -10}}});
    CHECK(Region(square).relationOf(ring) == RegionRelation::Apart);
}

TEST_CASE("parts on both sides of the edge make a shape crossed") {
    Geometry two = box(10, 10, 20);
    append(two, box(200, 10, 20));
    CHECK(Region(square).relationOf(two) == RegionRelation::Crossed);
}

TEST_CASE("regions of any form agree with GEOS on 40,000 parcels, and their boxes never say too much") {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> place(0, 1'000);
    const Point origin{458'000, 3'853'000};
    const GeosContext context;
    int inside = 0;
    int crossed = 0;
    for (int round = 0; round < 20; ++round) {
        const auto ring = blob(random, {origin.x + 500, origin.y + 500}, 450, 5 + round);
        const Region region(ring);
        const auto geos = toGeos(context, makePolygon({ring}));
        REQUIRE(geos);
        for (int i = 0; i < 2'000; ++i) {
            const auto shape =
                makePolygon({blob(random, {origin.x + place(random), origin.y + place(random)}, 30, 8)});
            const auto expected = byGeos(context, geos->get(), shape);
            REQUIRE(region.relationOf(shape) == expected);
            const auto boxed = region.relationOfBoxed(shape.box());
            REQUIRE((boxed == RegionRelation::Crossed || boxed == expected));
            inside += expected == RegionRelation::Inside ? 1 : 0;
            crossed += expected == RegionRelation::Crossed ? 1 : 0;
        }
    }
    CHECK(inside > 5'000);
    CHECK(crossed > 3'000);
}
