#include "app/map/tile_cache.h"
#include "app/map/tile_grid.h"
#include "app/map/tile_nodes.h"
#include "app/map/view_image.h"
#include "geo/crs/transform.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace tuban;
using Catch::Matchers::WithinAbs;

namespace {

CameraState camera(double zoom) {
    return {.centre = worldFromGeo({113.55, 34.8}), .zoom = zoom, .width = 1'280, .height = 800};
}

QImage picture() {
    return QImage(100, 100, QImage::Format_ARGB32_Premultiplied); // 40,000 bytes
}

} // namespace

TEST_CASE("the tiles of a view cover it, the middle first") {
    const View view = View::ofCamera(camera(15.3));
    const auto tiles = tilesFor(view, 15'300, 0);
    Box covered;
    for (const TileKey& tile : tiles) {
        covered.add(tile.worldBox());
    }
    const Box seen = view.worldBox();
    CHECK(covered.minX <= seen.minX);
    CHECK(covered.maxX >= seen.maxX);
    CHECK(covered.minY <= seen.minY);
    CHECK(covered.maxY >= seen.maxY);
    CHECK(tiles.size() <= 12); // 1280 × 800 in tiles of 512: at most 4 × 3
    CHECK(tiles.front().worldBox().grown(tiles.front().worldSide()).contains(view.centre()));
}

TEST_CASE("tiles at the map's own zoom are as large on the screen as they are drawn") {
    const View view = View::ofCamera(camera(15.3));
    const TileKey tile = tilesFor(view, 15'300, 0).front();
    CHECK_THAT(tile.worldSide() * view.pixelsPerWorld(), WithinAbs(tilePx, 1e-6));
}

TEST_CASE("the cache drops what was used least when it is full") {
    TileCache cache(100'000);
    cache.put({1, 0, 0}, picture());
    cache.put({1, 1, 0}, picture());
    CHECK(cache.use({1, 0, 0}) != nullptr);
    cache.put({1, 2, 0}, picture());
    CHECK(cache.peek({1, 0, 0}) != nullptr);
    CHECK(cache.peek({1, 1, 0}) == nullptr);
    CHECK(cache.bytes() == 80'000);
}

TEST_CASE("an edit makes only the tiles stale that it touches") {
    TileCache cache(1'000'000);
    const auto tiles = tilesFor(View::ofCamera(camera(15)), 15'000, 0);
    REQUIRE(tiles.size() > 1);
    for (const TileKey& tile : tiles) {
        cache.put(tile, picture());
    }
    const Point middle = tiles[0].worldBox().centre();
    cache.markStale(std::vector<Box>{{middle.x, middle.y, middle.x, middle.y}});
    CHECK(cache.peek(tiles[0])->stale);
    CHECK_FALSE(cache.peek(tiles[1])->stale);
    cache.put(tiles[0], picture());
    CHECK_FALSE(cache.peek(tiles[0])->stale);
}

TEST_CASE("a tile comes on the screen where its ground is") {
    CameraState turned = camera(15.1);
    turned.bearing = 33;
    turned.tilt = 40;
    const View view = View::ofCamera(turned);
    const TileKey tile = tilesFor(view, 15'000, 0).front();
    const QMatrix4x4 matrix = tileMatrix(tile.worldTopLeft(), tile.worldSide(), tilePx, view, 1);
    for (const QPointF corner : {QPointF(0, 0), QPointF(512, 0), QPointF(300, 512)}) {
        const QPointF shown = matrix.map(corner);
        const Point world{tile.worldTopLeft().x + corner.x() / tilePx * tile.worldSide(),
                          tile.worldTopLeft().y + corner.y() / tilePx * tile.worldSide()};
        const Point expected = view.screenFromWorld(world);
        CHECK_THAT(shown.x(), WithinAbs(expected.x, 0.01));
        CHECK_THAT(shown.y(), WithinAbs(expected.y, 0.01));
    }
}

TEST_CASE("a tile at its own scale lies on whole pixels of the device") {
    const View view = View::ofCamera(camera(15));
    const TileKey tile = tilesFor(view, 15'000, 0).front();
    const QPointF corner =
        tileMatrix(tile.worldTopLeft(), tile.worldSide(), tilePx, view, 2).map(QPointF(0, 0));
    CHECK_THAT(corner.x() * 2, WithinAbs(std::round(corner.x() * 2), 1e-3));
    CHECK_THAT(corner.x(), WithinAbs(view.screenFromWorld(tile.worldTopLeft()).x, 0.26));
}

TEST_CASE("a picture of one view moves with the camera to another") {
    CameraState later = camera(15.7);
    later.centre.x += 1e-6;
    later.bearing = 20;
    const View before = View::ofCamera(camera(15.1));
    const View now = View::ofCamera(later);
    const QPointF moved = matrixBetween(before, now).map(QPointF(300, 200));
    const Point expected = now.screenFromWorld(before.worldFromScreen({300, 200}));
    CHECK_THAT(moved.x(), WithinAbs(expected.x, 0.02));
    CHECK_THAT(moved.y(), WithinAbs(expected.y, 0.02));
}
