#include "geo/paint/splat.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace tuban;

TEST_CASE("a splat over half a pixel mixes half its colour in") {
    std::array<std::uint32_t, 4> pixels{0xff000000U, 0xff000000U, 0xff000000U, 0xff000000U};
    SplatBuffer splats(2, 2);
    splats.add({0.0, 0.0, 0.5, 1.0}, 0.5, {200, 100, 0});
    splats.paintOver(pixels);
    CHECK(pixels == std::array<std::uint32_t, 4>{0xff643200U, 0xff000000U, 0xff000000U, 0xff000000U});
}

TEST_CASE("splats that fill a pixel between them leave nothing of the ground") {
    std::array<std::uint32_t, 1> pixels{0xff00ff00U};
    SplatBuffer splats(1, 1);
    splats.add({0, 0, 1, 1}, 1, {200, 0, 0});
    splats.add({0, 0, 1, 1}, 1, {100, 0, 0});
    splats.paintOver(pixels);
    CHECK(pixels[0] == 0xff960000U);
}

TEST_CASE("a splat over the edge of the picture is cut") {
    std::array<std::uint32_t, 1> pixels{0};
    SplatBuffer splats(1, 1);
    splats.add({-1.5, -1.5, 0.5, 0.5}, 4, {255, 255, 255});
    splats.paintOver(pixels);
    CHECK(pixels[0] == 0x40404040U); // a quarter of the pixel, premultiplied
}
