#include "geo/shape/geos.h"

#include <catch2/catch_test_macros.hpp>
#include <geos_c.h>

#include <limits>

using namespace tuban;

TEST_CASE("toGeos and fromGeos are inverse") {
    const GeosContext context;
    Geometry area = makePolygon({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{2, 2}, {2, 4}, {4, 4}}});
    append(area, makePolygon({{{20, 0}, {24, 0}, {22, 3}}}));
    for (const auto& shape : {makePoint({1, 2}), makeLine({{{0, 0}, {1, 1}}, {{5, 5}, {6, 7}}}), area}) {
        const auto geos = toGeos(context, shape);
        REQUIRE(geos);
        const auto back = fromGeos(context, geos->get(), shape.kind);
        REQUIRE(back);
        CHECK(*back == shape);
    }
}

TEST_CASE("fromGeos takes only the parts of the wanted kind") {
    const GeosContext context;
    const GeosPointer mixed{
        GEOSGeomFromWKT_r(
            context.handle(),
            "GEOMETRYCOLLECTION(POINT(1 1),LINESTRING(0 0,1 1),GEOMETRYCOLLECTION(POLYGON((0 0,1 "
            "0,1 1,0 0)),POLYGON EMPTY))"),
        GeosDeleter{context.handle()}};
    REQUIRE(mixed);
    CHECK(fromGeos(context, mixed.get(), ShapeKind::Area) == makePolygon({{{0, 0}, {1, 0}, {1, 1}}}));
    CHECK(fromGeos(context, mixed.get(), ShapeKind::Line) == makeLine({{{0, 0}, {1, 1}}}));
    CHECK(fromGeos(context, mixed.get(), ShapeKind::Point) == makePoint({1, 1}));
}

TEST_CASE("toGeos refuses coordinates that are not finite or far out") {
    const GeosContext context;
    CHECK_FALSE(toGeos(context, makePoint({std::numeric_limits<double>::quiet_NaN(), 0})));
    CHECK_FALSE(toGeos(context, makePoint({0, std::numeric_limits<double>::infinity()})));
    CHECK_FALSE(toGeos(context, makePoint({1.1e8, 0})));
}

TEST_CASE("toGeos gives GEOS' words for a ring that is not closed") {
    const GeosContext context;
    const Geometry open{.kind = ShapeKind::Area,
                        .points = {{0, 0}, {1, 0}, {1, 1}, {0, 1}},
                        .partEnds = {4},
                        .polygonEnds = {1}};
    const auto made = toGeos(context, open);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::BadGeometry);
    CHECK(made.error().message.contains("closed"));
}
