#include "geo/demo/district.h"
#include "geo/measure/area.h"
#include "geo/shape/geos.h"
#include "geo/shape/validity.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <geos_c.h>

#include <vector>

using namespace tuban;
using Catch::Matchers::WithinRel;

namespace {

/// Area of the union of shapes, by GEOS.
double unionArea(const GeosContext& context, const Geometry& shapes) {
    const auto all = toGeos(context, shapes);
    REQUIRE(all);
    const GeosPointer whole{GEOSUnaryUnion_r(context.handle(), all->get()), GeosDeleter{context.handle()}};
    REQUIRE(whole);
    double area = 0;
    GEOSArea_r(context.handle(), whole.get(), &area);
    return area;
}

} // namespace

TEST_CASE("The land of a street of several stretches is one valid area") {
    const auto district = layOut({.parcels = 3'000}, {});
    REQUIRE(district);
    REQUIRE(district->stretches.size() > district->streets.size());
    const GeosContext context;
    for (const DemoStreet& street : district->streets) {
        CAPTURE(street.name);
        CHECK(validityOf(context, street.area).valid);
    }
}

TEST_CASE("The parcels of a block fill it without gap or overlap") {
    const auto district = layOut({}, {});
    REQUIRE(district);
    const GeosContext context;
    for (const auto& block : district->blocks) {
        if (block.column % 4 != 1) {
            continue; // unions take their time: a quarter of the blocks, from all over
        }
        Geometry parcels{.kind = ShapeKind::Area, .points = {}, .partEnds = {}, .polygonEnds = {}};
        for (const int parcel : block.parcels) {
            append(parcels, shapeOf(district->parcels[static_cast<std::size_t>(parcel)]));
        }
        const double blockM2 = planarAreaM2(makePolygon({block.ring}));
        CHECK_THAT(planarAreaM2(parcels), WithinRel(blockM2, 1e-9)); // no overlap left over a gap
        CHECK_THAT(unionArea(context, parcels), WithinRel(blockM2, 1e-9));
    }
}

TEST_CASE("Blocks and streets cover the district once") {
    const auto district = layOut({.parcels = 1'500}, {});
    REQUIRE(district);
    const GeosContext context;
    Geometry all{.kind = ShapeKind::Area, .points = {}, .partEnds = {}, .polygonEnds = {}};
    for (const auto& parcel : district->parcels) {
        if (!parcel.ring.empty()) {
            append(all, shapeOf(parcel));
        }
    }
    for (const auto& street : district->streets) {
        append(all, street.area);
    }
    const auto whole = toGeos(context, all);
    REQUIRE(whole);
    const GeosPointer merged{GEOSUnaryUnion_r(context.handle(), whole->get()), GeosDeleter{context.handle()}};
    REQUIRE(merged);
    double area = 0;
    GEOSArea_r(context.handle(), merged.get(), &area);
    CHECK_THAT(area, WithinRel(planarAreaM2(all), 1e-9));
    const auto outline = fromGeos(context, merged.get(), ShapeKind::Area);
    REQUIRE(outline);
    CHECK(outline->polygonEnds.size() == 1);
    CHECK(outline->partEnds.size() == 1); // no hole
}

TEST_CASE("Parcels of a block share their points: hardly a block is no coverage") {
    const auto district = layOut({}, {});
    REQUIRE(district);
    const GeosContext context;
    int clean = 0;
    std::size_t points = 0;
    int holes = 0;
    int inBlocks = 0;
    for (const auto& block : district->blocks) {
        std::vector<GEOSGeometry*> shapes;
        for (const int index : block.parcels) {
            const auto& parcel = district->parcels[static_cast<std::size_t>(index)];
            auto shape = toGeos(context, shapeOf(parcel));
            REQUIRE(shape);
            shapes.push_back(shape->release());
            points += parcel.ring.size() + parcel.hole.size();
            holes += parcel.hole.empty() ? 0 : 1;
            ++inBlocks;
        }
        const GeosPointer all{GEOSGeom_createCollection_r(context.handle(),
                                                          GEOS_GEOMETRYCOLLECTION,
                                                          shapes.data(),
                                                          static_cast<unsigned>(shapes.size())),
                              GeosDeleter{context.handle()}};
        clean += GEOSCoverageIsValid_r(context.handle(), all.get(), 0, nullptr) == 1 ? 1 : 0;
    }
    CHECK(clean * 100 >= 95 * std::ssize(district->blocks));
    const double mean = static_cast<double>(points) / inBlocks;
    CHECK(mean >= 8);
    CHECK(mean <= 12);
    CHECK(holes >= 20);
}
