#include "geo/paint/area_raster.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

using namespace tuban;
using Catch::Matchers::WithinAbs;

namespace {

constexpr int side = 64;
constexpr Colour white{255, 255, 255};

using Pixels = std::vector<std::uint32_t>;

Pixels black() {
    return Pixels(std::size_t{side} * side, 0xff000000U);
}

/// Cover of a pixel painted white over black, 0..1.
double coverAt(const Pixels& pixels, int x, int y) {
    return (pixels[static_cast<std::size_t>(y * side + x)] & 0xffU) / 255.0;
}

double coverSum(const Pixels& pixels) {
    double sum = 0;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            sum += coverAt(pixels, x, y);
        }
    }
    return sum;
}

Pixels painted(const std::vector<std::vector<Point>>& rings) {
    Box box;
    for (const auto& ring : rings) {
        for (const Point p : ring) {
            box.add(p);
        }
    }
    AreaRaster raster(side, side);
    Pixels pixels = black();
    if (raster.begin(box)) {
        for (std::size_t i = 0; i < rings.size(); ++i) {
            raster.addRing(rings[i], i > 0);
        }
        raster.paint(pixels, {.fill = white, .stroke = white});
    }
    return pixels;
}

std::vector<Point> polygon(Point centre, double radius, int corners) {
    std::vector<Point> ring;
    for (int i = 0; i <= corners; ++i) {
        const double angle = 2 * std::numbers::pi * (i % corners) / corners + 0.3;
        ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return ring;
}

} // namespace

TEST_CASE("a pixel is covered by the share of it that lies in the shape") {
    const Pixels pixels = painted({{{10.25, 10}, {20, 10}, {20, 12.5}, {10.25, 12.5}, {10.25, 10}}});
    CHECK_THAT(coverAt(pixels, 10, 10), WithinAbs(0.75, 0.005));
    CHECK_THAT(coverAt(pixels, 15, 11), WithinAbs(1, 0.005));
    CHECK_THAT(coverAt(pixels, 15, 12), WithinAbs(0.5, 0.005));
    CHECK_THAT(coverAt(pixels, 10, 12), WithinAbs(0.375, 0.005));
    CHECK(coverAt(pixels, 20, 11) == 0);
    CHECK(coverAt(pixels, 9, 11) == 0);
}

TEST_CASE("a slanting edge covers the triangle right of it, pixel by pixel") {
    // The edge from (10, 10) to (14, 11): in row 10 it leaves 1/8, 3/8, 5/8 and 7/8 above it.
    const Pixels pixels = painted({{{10, 10}, {14, 11}, {14, 10}, {10, 10}}});
    for (int i = 0; i < 4; ++i) {
        CHECK_THAT(coverAt(pixels, 10 + i, 10), WithinAbs((2 * i + 1) / 8.0, 0.005));
    }
}

TEST_CASE("what a shape covers adds up to its area, whichever way its rings run") {
    for (const bool isTurned : {false, true}) {
        auto shell = polygon({30, 31}, 20.3, 11);
        auto hole = polygon({31, 30}, 7.7, 5);
        if (isTurned) {
            std::ranges::reverse(shell);
        }
        const auto area = [](double radius, int n) {
            return n * radius * radius * std::sin(2 * std::numbers::pi / n) / 2;
        };
        CHECK_THAT(coverSum(painted({shell, hole})), WithinAbs(area(20.3, 11) - area(7.7, 5), 1));
    }
}

TEST_CASE("a shape that lies over the edge of the picture is cut there") {
    // The lower right quarter of a square that begins outside, and nothing of one that lies beside.
    CHECK_THAT(coverSum(painted({{{-20, -20}, {20, -20}, {20, 20}, {-20, 20}, {-20, -20}}})),
               WithinAbs(400, 0.5));
    CHECK(coverSum(painted({{{70, 70}, {80, 70}, {80, 80}, {70, 70}}})) == 0);
    // A diamond around the corner: a triangle of 30 × 30 / 2 is left of it.
    CHECK_THAT(coverSum(painted({{{-30, 0}, {0, -30}, {30, 0}, {0, 30}, {-30, 0}}})), WithinAbs(450, 1));
    CHECK_THAT(coverSum(painted({{{64, 34}, {94, 64}, {64, 94}, {34, 64}, {64, 34}}})), WithinAbs(450, 1));
}

TEST_CASE("an outline is as broad as it should be in every direction") {
    for (int degrees = 0; degrees < 180; degrees += 7) {
        const double angle = degrees * std::numbers::pi / 180;
        const Point half{25 * std::cos(angle), 25 * std::sin(angle)};
        const std::vector<Point> line{{32 - half.x, 32 - half.y}, {32 + half.x, 32 + half.y}};
        AreaRaster raster(side, side);
        Pixels pixels = black();
        REQUIRE(raster.begin({0, 0, side, side}));
        raster.addOutline(line, 0.8);
        raster.paint(pixels, {.fill = white, .stroke = white});
        CHECK_THAT(coverSum(pixels), WithinAbs(50 * 0.8, 1.5));
    }
}

TEST_CASE("neighbours that are summed up leave nothing of the ground between them") {
    AreaRaster raster(side, side);
    SplatBuffer splats(side, side);
    const std::vector<Point> left{{10, 10}, {20.3, 10}, {24.7, 30}, {10, 30}, {10, 10}};
    const std::vector<Point> right{{20.3, 10}, {40, 10}, {40, 30}, {24.7, 30}, {20.3, 10}};
    for (const auto& ring : {left, right}) {
        REQUIRE(raster.begin({10, 10, 40, 30}));
        raster.addRing(ring, false);
        raster.collect(splats, white);
    }
    Pixels pixels = black();
    splats.paintOver(pixels);
    for (int y = 10; y < 30; ++y) {
        for (int x = 10; x < 40; ++x) {
            CHECK(coverAt(pixels, x, y) > 0.99);
        }
    }
}

TEST_CASE("opaque neighbours painted one after the other leave nothing of the ground between them") {
    AreaRaster raster(side, side);
    Pixels pixels(std::size_t{side} * side, 0);
    const std::vector<Point> left{{10, 10}, {20.3, 10}, {24.7, 30}, {10, 30}, {10, 10}};
    const std::vector<Point> right{{20.3, 10}, {40, 10}, {40, 30}, {24.7, 30}, {20.3, 10}};
    for (const auto& [ring, grey] : {std::pair(left, std::uint8_t{0}), std::pair(right, std::uint8_t{200})}) {
        REQUIRE(raster.begin({10, 10, 40, 30}));
        raster.addRing(ring, false);
        raster.paint(pixels, {.fill = {grey, grey, grey}, .stroke = {}});
    }
    for (int y = 10; y < 30; ++y) {
        const double border = 20.3 + (y + 0.5 - 10) / 20 * 4.4;
        for (int x = 10; x < 40; ++x) {
            const std::uint32_t pixel = pixels[static_cast<std::size_t>(y * side + x)];
            CHECK((pixel >> 24U) >= 253);
            CHECK_THAT(pixel & 0xffU, WithinAbs(200 * std::clamp(x + 1 - border, 0.0, 1.0), 8));
        }
    }
}

TEST_CASE("a shape much larger than a tile is filled and emptied where it should be") {
    constexpr int width = 3'001;
    constexpr int height = 700;
    std::vector<Point> shell;
    std::vector<Point> hole;
    for (const Point p : polygon({0, 0}, 1, 40)) {
        shell.push_back({1'500 + 1'400 * p.x, 350 + 330 * p.y});
        hole.push_back({1'500 + 1'300 * p.x, 350 + 290 * p.y});
    }
    AreaRaster raster(width, height);
    Pixels pixels(std::size_t{width} * height, 0xff000000U);
    REQUIRE(raster.begin({100, 20, 2'900, 680}));
    raster.addRing(shell, false);
    raster.addRing(hole, true);
    raster.paint(pixels, {.fill = white, .stroke = white});
    double sum = 0;
    for (const std::uint32_t pixel : pixels) {
        sum += (pixel & 0xffU) / 255.0;
    }
    const double unit = 40 * std::sin(2 * std::numbers::pi / 40) / 2;
    CHECK_THAT(sum, WithinAbs(unit * (1'400.0 * 330 - 1'300.0 * 290), 20));
    CHECK(pixels[std::size_t{width} * 350 + 150] == 0xffffffffU);
    CHECK(pixels[std::size_t{width} * 350 + 1'500] == 0xff000000U);
}

TEST_CASE("thousands of random shapes leave the raster clean and stay inside their boxes") {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> place(-40, 104);
    AreaRaster raster(side, side);
    for (int i = 0; i < 3'000; ++i) {
        std::vector<Point> ring;
        Box box;
        for (int corner = 0; corner < 5; ++corner) {
            ring.push_back({place(random), place(random)});
            box.add(ring.back());
        }
        ring.push_back(ring.front());
        if (raster.begin(box.grown(1))) {
            Pixels pixels = black();
            raster.addRing(ring, false);
            raster.addOutline(ring, 0.7);
            raster.paint(pixels, {.fill = white, .stroke = white});
        }
    }
    REQUIRE(raster.begin({0, 0, side, side}));
    Pixels pixels = black();
    raster.addRing(std::vector<Point>{{10, 10}, {20, 10}, {20, 20}, {10, 20}, {10, 10}}, false);
    raster.paint(pixels, {.fill = white, .stroke = white});
    CHECK_THAT(coverSum(pixels), WithinAbs(100, 0.1));
}
