#include "geo/shape/validity.h"

#include <catch2/catch_test_macros.hpp>
#include <geos_c.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

using namespace tuban;

namespace {

struct ValidCase {
    std::string wkt;
    bool valid = false;
};

/// The cases of a JTS test file that ask isValid of their geometry a.
std::vector<ValidCase> casesOf(const std::string& path) {
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    static const std::regex pattern(
        R"(<a>\s*([^<]*)</a>\s*<test>\s*<op name="isValid" arg1="A">\s*(true|false)\s*</op>)");
    std::vector<ValidCase> cases;
    for (std::sregex_iterator found(text.begin(), text.end(), pattern), none; found != none; ++found) {
        cases.push_back({(*found)[1].str(), (*found)[2] == "true"});
    }
    return cases;
}

ShapeKind kindOf(const GeosContext& context, const GEOSGeometry* geometry) {
    switch (GEOSGeom_getDimensions_r(context.handle(), geometry)) {
    case 0:
        return ShapeKind::Point;
    case 1:
        return ShapeKind::Line;
    default:
        return ShapeKind::Area;
    }
}

bool layerHolds(const GeosContext& context, const GEOSGeometry* geometry) {
    const int type = GEOSGeomTypeId_r(context.handle(), geometry);
    return type != GEOS_GEOMETRYCOLLECTION && type != GEOS_LINEARRING &&
           GEOSisEmpty_r(context.handle(), geometry) == 0;
}

Geometry bowTie() {
    return makePolygon({{{0, 0}, {10, 10}, {10, 0}, {0, 10}}});
}

} // namespace

TEST_CASE("validityOf names the reason and the place of a self-intersection") {
    const GeosContext context;
    const auto validity = validityOf(context, bowTie());
    CHECK_FALSE(validity.valid);
    CHECK(validity.reason.contains("Self-intersection"));
    CHECK(validity.at == Point{5, 5});
    CHECK(validityOf(context, makePolygon({{{0, 0}, {10, 0}, {10, 10}}})).valid);
}

TEST_CASE("repaired makes two triangles of a bow tie") {
    const GeosContext context;
    const auto shape = repaired(context, bowTie());
    REQUIRE(shape);
    CHECK(validityOf(context, *shape).valid);
    CHECK(shape->polygonEnds.size() == 2);
}

TEST_CASE("repaired takes a hole that sticks out off the shell") {
    const GeosContext context;
    const auto shape = repaired(
        context, makePolygon({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{5, 2}, {15, 2}, {15, 4}, {5, 4}}}));
    REQUIRE(shape);
    CHECK(validityOf(context, *shape).valid);
    CHECK_FALSE(containsPoint(*shape, {7, 3}));
    CHECK_FALSE(containsPoint(*shape, {12, 3}));
    CHECK(containsPoint(*shape, {7, 1}));
}

TEST_CASE("repaired refuses a shape of which nothing is left") {
    const GeosContext context;
    const auto shape = repaired(context, makePolygon({{{0, 0}, {10, 0}, {5, 0}}}));
    REQUIRE_FALSE(shape);
    CHECK(shape.error().code == ErrorCode::BadGeometry);
}

TEST_CASE("validityOf agrees with the validity cases of JTS") {
    const std::string folder = TUBAN_SHARED_DATA "/jts-xml/general/";
    if (!std::filesystem::exists(folder)) {
        SKIP("no shared data");
    }
    const GeosContext context;
    std::size_t looked = 0;
    for (const auto& name : {"TestValid.xml", "TestValid2.xml"}) {
        for (const auto& [wkt, valid] : casesOf(folder + name)) {
            const GeosPointer shape{GEOSGeomFromWKT_r(context.handle(), wkt.c_str()),
                                    GeosDeleter{context.handle()}};
            if (!shape || !layerHolds(context, shape.get())) {
                continue;
            }
            CAPTURE(wkt);
            const auto geometry = fromGeos(context, shape.get(), kindOf(context, shape.get()));
            REQUIRE(geometry);
            if (!toGeos(context, *geometry)) {
                continue; // coordinates beyond what a plan takes
            }
            CHECK(validityOf(context, *geometry).valid == valid);
            ++looked;
            if (geometry->kind == ShapeKind::Area) {
                const auto mended = repaired(context, *geometry);
                CHECK((!mended || validityOf(context, *mended).valid));
            }
        }
    }
    CHECK(looked > 700);
}
