#include "geo/raster/mbtiles.h"
#include "tests/geo/raster/raster_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

using namespace tuban;
using namespace tuban::test;

namespace {

const std::string tables = "CREATE TABLE metadata (name text, value text);"
                           "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, "
                           "tile_data blob);";

ErrorCode codeOf(const std::string& path) {
    const auto tiles = MbTiles::open(path);
    REQUIRE_FALSE(tiles);
    CAPTURE(tiles.error().message);
    CHECK(tiles.error().message.contains(std::filesystem::path(path).filename().string()));
    return tiles.error().code;
}

} // namespace

TEST_CASE("rows of MBTiles count from the south, ours from the north") {
    const RasterFolder folder;
    const auto tiles = MbTiles::open(folder.sqlite(
        "map.mbtiles",
        tables + "INSERT INTO metadata VALUES ('format','png'),('attribution','<a href=\"#\">somebody</a>'),"
                 "('bounds','113.4,34.7, 113.7,34.9');"
                 "INSERT INTO tiles VALUES (3,6,5,x'0102'),(5,1,1,x'03');"));
    REQUIRE(tiles);
    CHECK(tiles->facts().minZoom == 3);
    CHECK(tiles->facts().maxZoom == 5);
    CHECK(tiles->facts().attribution == "<a href=\"#\">somebody</a>");
    CHECK(tiles->facts().geoBox.minX == 113.4);
    CHECK(tiles->facts().geoBox.maxY == 34.9);
    CHECK(tiles->tile(3, 6, 2)->size() == 2); // 8 rows: the 5th from the south is the 2nd from the north
    CHECK(tiles->tile(3, 6, 5)->empty());
}

TEST_CASE("files that are no MBTiles say why") {
    const RasterFolder folder;
    CHECK(codeOf(folder.file("none.mbtiles")) == ErrorCode::NotFound);
    std::ofstream(folder.file("text.mbtiles")) << std::string(5'000, 'x');
    CHECK(codeOf(folder.file("text.mbtiles")) == ErrorCode::Unreadable);
    CHECK(codeOf(folder.sqlite("other.mbtiles", "CREATE TABLE t (a);")) == ErrorCode::Unreadable);
    CHECK(codeOf(folder.sqlite("empty.mbtiles", tables)) == ErrorCode::Unreadable);
    CHECK(codeOf(folder.sqlite("vector.mbtiles",
                               tables + "INSERT INTO metadata VALUES ('format','pbf');"
                                        "INSERT INTO tiles VALUES (3,6,5,x'0102');")) ==
          ErrorCode::Unreadable);
}
