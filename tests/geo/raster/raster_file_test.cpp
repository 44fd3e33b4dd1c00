// Pictures made through GDAL, with known colours at known places; where a place is on the map is PROJ's word.
#include "geo/crs/gcj02.h"
#include "geo/crs/transform.h"
#include "geo/raster/raster_file.h"
#include "tests/geo/raster/raster_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>

using namespace tuban;
using namespace tuban::test;

namespace {

constexpr int sidePx = 512;

/// Four quarters: red, green / blue, white.
int quarters(int band, int column, int row) {
    const bool right = column >= 100;
    const bool low = row >= 100;
    const std::array<int, 3> colour = right && low ? std::array{250, 250, 250}
                                      : right      ? std::array{10, 200, 20}
                                      : low        ? std::array{20, 30, 220}
                                                   : std::array{210, 20, 10};
    return colour[static_cast<std::size_t>(band)];
}

Point worldOf(const std::string& crs, Point at) {
    const auto from = crsFromText(crs);
    const auto degrees = crsFromText("EPSG:4490");
    REQUIRE(from);
    const auto way = Transform::between(*from, *degrees);
    REQUIRE(way);
    return worldFromGeo(*way->apply(at));
}

/// The tile of a zoom (512 px) that a place of the world is in.
Box tileAround(Point world, int zoom) {
    const double side = 2 / std::exp2(zoom);
    const double left = std::floor(world.x / side) * side;
    const double top = std::floor(world.y / side) * side;
    return {left, top, left + side, top + side};
}

std::array<int, 4> colourAt(const RasterFile& file, Point world, int zoom, bool isGcj02 = false) {
    const Box tile = tileAround(world, zoom);
    const auto picture = file.picture(tile, sidePx, isGcj02, {});
    REQUIRE(picture);
    if (picture->empty()) {
        return {};
    }
    const auto pixel = picture->at(static_cast<int>((world.x - tile.minX) / tile.width() * sidePx),
                                   static_cast<int>((world.y - tile.minY) / tile.height() * sidePx));
    return {pixel[0], pixel[1], pixel[2], pixel[3]};
}

RasterFile opened(const std::string& path) {
    auto file = RasterFile::open(path);
    if (!file) {
        FAIL(file.error().message);
    }
    return std::move(*file);
}

bool isNear(std::array<int, 4> a, std::array<int, 4> b) {
    return std::abs(a[0] - b[0]) <= 2 && std::abs(a[1] - b[1]) <= 2 && std::abs(a[2] - b[2]) <= 2 &&
           std::abs(a[3] - b[3]) <= 2;
}

} // namespace

TEST_CASE("a picture lies where its system says, near and far, to a pixel of its own") {
    const RasterFolder folder;
    const RasterFile file = opened(folder.tiff("quarters.tif", {.value = quarters}));
    for (const int zoom : {13, 15, 17, 19}) {
        CAPTURE(zoom);
        // Three pixels of the file, or of the screen where they are larger, beside the lines between
        // quarters.
        const double beside = std::max(6.0, 3 * 128'500.0 / std::exp2(zoom));
        const Point middle{458'200, 3'853'800};
        const auto at = [&](double dx, double dy) {
            return colourAt(file, worldOf("EPSG:4547", {middle.x + dx, middle.y + dy}), zoom);
        };
        CHECK(isNear(at(-beside, beside), {210, 20, 10, 255}));
        CHECK(isNear(at(beside, beside), {10, 200, 20, 255}));
        CHECK(isNear(at(-beside, -beside), {20, 30, 220, 255}));
        CHECK(isNear(at(beside, -beside), {250, 250, 250, 255}));
        CHECK(at(-200 - beside, 0)[3] == 0); // left of the picture
    }
}

TEST_CASE("a picture agrees with what gdalwarp makes of it") {
    const RasterFolder folder;
    const auto gradient = [](int band, int column, int row) {
        return band == 0 ? column : band == 1 ? row : (column + row) / 2;
    };
    const std::string path = folder.tiff("gradient.tif", {.value = gradient});
    const RasterFile file = opened(path);
    const Box tile = tileAround(worldOf("EPSG:4547", {458'200, 3'853'800}), 17);
    const double half = 20037508.342789244;
    const auto metres = [half](double world) { return std::to_string((world * 2 - 1) * half); };
    const std::string truth = folder.file("truth.tif");
    const std::string command = "gdalwarp -q -t_srs EPSG:3857 -r bilinear -et 0 -dstalpha -ts 512 512 -te " +
                                metres(tile.minX) + " " + metres(1 - tile.maxY) + " " + metres(tile.maxX) +
                                " " + metres(1 - tile.minY) + " " + path + " " + truth + " 2>/dev/null";
    REQUIRE(std::system(command.c_str()) == 0);
    const auto ours = file.picture(tile, sidePx, false, {});
    const RasterFile other = opened(truth);
    const auto theirs = other.picture(tile, sidePx, false, {});
    REQUIRE(ours);
    REQUIRE(theirs);
    int compared = 0;
    int worst = 0;
    for (int y = 0; y < sidePx; ++y) {
        for (int x = 0; x < sidePx; ++x) {
            const auto a = ours->at(x, y);
            const auto b = theirs->at(x, y);
            if (a[3] == 255 && b[3] == 255) {
                ++compared;
                for (std::size_t band = 0; band < 3; ++band) {
                    worst = std::max(worst, std::abs(a[band] - b[band]));
                }
            }
        }
    }
    CHECK(compared > 50'000);
    CHECK(worst <=
          2); // a step of the gradient is a pixel of the file: two metres, and rounding on both sides
}

TEST_CASE("pictures of degrees, of Web Mercator and of another zone lie in their places") {
    const RasterFolder folder;
    struct Case {
        std::string crs;
        double left, top, pixel;
    };
    for (const Case& made : {Case{"EPSG:4326", 113.54, 34.82, 0.0001},
                             Case{"EPSG:3857", 12'639'000, 4'137'000, 2.5},
                             Case{"EPSG:32649", 733'000, 3'855'000, 2},
                             Case{"EPSG:4526", 38'458'000, 3'854'000, 2}}) {
        CAPTURE(made.crs);
        const RasterFile file = opened(folder.tiff(
            "any.tif",
            {.crs = made.crs, .left = made.left, .top = made.top, .pixel = made.pixel, .value = quarters}));
        const auto at = [&](int column, int row) {
            return colourAt(
                file,
                worldOf(made.crs,
                        {made.left + (column + 0.5) * made.pixel, made.top - (row + 0.5) * made.pixel}),
                17);
        };
        CHECK(isNear(at(95, 95), {210, 20, 10, 255}));
        CHECK(isNear(at(105, 95), {10, 200, 20, 255}));
        CHECK(isNear(at(95, 105), {20, 30, 220, 255}));
    }
}

TEST_CASE("what is no data is transparent, black that is meant is not") {
    const RasterFolder folder;
    const auto value = [](int band, int column, int) {
        return column < 50 ? 0 : column < 100 && band != 1 ? 0 : 180; // nothing | pure green | grey
    };
    const RasterFile file = opened(folder.tiff("holes.tif", {.noData = 0, .value = value}));
    const auto at = [&](double east) { return colourAt(file, worldOf("EPSG:4547", {east, 3'853'800}), 17); };
    CHECK(at(458'050)[3] == 0);
    CHECK(isNear(at(458'150), {0, 180, 0, 255}));
    CHECK(isNear(at(458'300), {180, 180, 180, 255}));
}

TEST_CASE("an alpha band makes transparent, one band is grey, a palette is looked up") {
    const RasterFolder folder;
    const Point left = worldOf("EPSG:4547", {458'060, 3'853'800});
    const Point right = worldOf("EPSG:4547", {458'340, 3'853'800});
    const RasterFile alpha =
        opened(folder.tiff("alpha.tif", {.bands = 4, .value = [](int band, int column, int) {
                                             return band == 3 ? (column < 100 ? 0 : 255) : 90;
                                         }}));
    CHECK(colourAt(alpha, left, 17)[3] == 0);
    CHECK(isNear(colourAt(alpha, right, 17), {90, 90, 90, 255}));
    const RasterFile grey = opened(folder.tiff(
        "grey.tif", {.bands = 1, .value = [](int, int column, int) { return column < 100 ? 30 : 200; }}));
    CHECK(isNear(colourAt(grey, left, 17), {30, 30, 30, 255}));
    CHECK(isNear(colourAt(grey, right, 17), {200, 200, 200, 255}));
    const RasterFile palette =
        opened(folder.tiff("palette.tif", {.bands = 1, .hasPalette = true, .value = [](int, int column, int) {
                                               return column < 100 ? 1 : 2;
                                           }}));
    CHECK(isNear(colourAt(palette, left, 17), {0, 255, 0, 255}));
    CHECK(isNear(colourAt(palette, right, 17), {0, 0, 255, 255}));
}

TEST_CASE("16 bits are stretched over what the picture uses of them") {
    const RasterFolder folder;
    const RasterFile file =
        opened(folder.tiff("deep.tif", {.bands = 1, .is16Bit = true, .value = [](int, int column, int) {
                                            return 1'000 + 5 * column;
                                        }}));
    const auto at = [&](double east) {
        return colourAt(file, worldOf("EPSG:4547", {east, 3'853'800}), 17)[0];
    };
    CHECK(at(458'004) < 5);
    CHECK(std::abs(at(458'200) - 128) <= 4);
    CHECK(at(458'396) > 250);
}

TEST_CASE("a picture in GCJ-02 comes to lie where it belongs") {
    const RasterFolder folder;
    // A picture whose corner is 113.55, 34.81 as a map in GCJ-02 shows that place.
    const Point shown = gcj02FromGeo({113.55, 34.81});
    const double pixel = 0.00002;
    const RasterFile file = opened(folder.tiff("mars.tif",
                                               {.crs = "EPSG:4326",
                                                .left = shown.x - 100 * pixel,
                                                .top = shown.y + 100 * pixel,
                                                .pixel = pixel,
                                                .value = quarters}));
    const double beside = 4 * pixel;
    CHECK(isNear(colourAt(file, worldFromGeo({113.55 - beside, 34.81 + beside}), 18, true),
                 {210, 20, 10, 255}));
    CHECK(isNear(colourAt(file, worldFromGeo({113.55 + beside, 34.81 - beside}), 18, true),
                 {250, 250, 250, 255}));
    CHECK(colourAt(file, worldFromGeo({113.55, 34.81}), 18)[3] == 0); // not aligned, it lies 570 m off
}

TEST_CASE("files that are no picture of a place say why") {
    const RasterFolder folder;
    const auto codeOf = [](const std::string& path) {
        const auto file = RasterFile::open(path);
        return file ? std::string()
                    : std::to_string(static_cast<int>(file.error().code)) + file.error().message;
    };
    const auto is = [](const std::string& said, ErrorCode code, const std::string& word) {
        return said.starts_with(std::to_string(static_cast<int>(code))) && said.contains(word);
    };
    CHECK(is(codeOf(folder.file("none.tif")), ErrorCode::NotFound, "none.tif"));
    std::ofstream(folder.file("text.tif")) << "this is no picture at all, whatever its name says";
    CHECK(is(codeOf(folder.file("text.tif")), ErrorCode::Unreadable, "GeoTIFF"));
    CHECK(is(codeOf(folder.tiff("lost.tif", {.crs = "", .value = quarters})),
             ErrorCode::BadCrs,
             "coordinate system"));
    CHECK(is(codeOf(folder.tiff("beijing.tif", {.crs = "EPSG:2414", .left = 38'458'000, .value = quarters})),
             ErrorCode::BadCrs,
             "public parameters"));
    const std::string whole = folder.tiff("cut.tif", {.value = quarters});
    std::filesystem::resize_file(whole, std::filesystem::file_size(whole) / 3);
    const auto cut = RasterFile::open(whole);
    if (cut) { // the head may be whole: then the pixels say it
        CHECK_FALSE(cut->picture(tileAround(cut->worldBox().centre(), 17), sidePx, false, {}));
    }
}
