#include "tests/geo/measure/wuxi.h"

#include "geo/crs/transform.h"

#include <catch2/catch_test_macros.hpp>
#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>

namespace tuban::test {

namespace {

/// A little-endian WKB MULTIPOLYGON behind the head of a GeoPackage blob with an envelope of four doubles.
Geometry fromGeoPackage(const std::byte* blob) {
    const std::byte* at = blob + 8 + 32 + 5;
    const auto count = [&] {
        std::uint32_t value = 0;
        std::memcpy(&value, at, 4);
        at += 4;
        return value;
    };
    Geometry shape;
    for (auto polygons = count(); polygons > 0; --polygons) {
        at += 5;
        std::vector<std::vector<Point>> rings(count());
        for (auto& ring : rings) {
            ring.resize(count());
            std::memcpy(ring.data(), at, ring.size() * sizeof(Point));
            at += ring.size() * sizeof(Point);
        }
        append(shape, makePolygon(rings));
    }
    return shape;
}

} // namespace

std::vector<Geometry> wuxiAsDelivered() {
    const std::string path = TUBAN_SHARED_DATA "/wuxi-hightech/xinwu_land_use.gpkg";
    if (!std::filesystem::exists(path)) {
        return {};
    }
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(raw, sqlite3_close);
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(raw, "SELECT geom FROM land_use WHERE geom IS NOT NULL", -1, &statement, nullptr);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> rows(statement, sqlite3_finalize);
    std::vector<Geometry> shapes;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        shapes.push_back(fromGeoPackage(static_cast<const std::byte*>(sqlite3_column_blob(statement, 0))));
    }
    return shapes;
}

std::vector<Geometry> wuxiInMetres() {
    std::vector<Geometry> shapes = wuxiAsDelivered();
    const auto toPlan = Transform::between(*crsFromText("32650"), *crsFromText("4549"));
    REQUIRE(toPlan);
    for (Geometry& shape : shapes) {
        auto moved = toPlan->apply(std::move(shape));
        REQUIRE(moved);
        shape = std::move(*moved);
    }
    return shapes;
}

} // namespace tuban::test
