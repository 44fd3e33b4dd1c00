#include "geo/paint/colour.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace tuban;
using Catch::Matchers::WithinAbs;

TEST_CASE("a colour is read from #RRGGBB and written again") {
    CHECK(colourFromHex("#0B6E99").value() == Colour{0x0B, 0x6E, 0x99});
    CHECK(toHex({0x0B, 0x6E, 0x99}) == "#0b6e99");
    CHECK_FALSE(colourFromHex("0B6E99").has_value());
    CHECK_FALSE(colourFromHex("#0B6E9g").has_value());
}

TEST_CASE("85 % over paper mixes each channel") {
    // 0.85 · 255 + 0.15 · 250 = 254.25; 0.85 · 0 + 0.15 · 249 = 37.35; 0.85 · 100 + 0.15 · 245 = 121.75
    CHECK(mixed({255, 0, 100}, {250, 249, 245}, 0.85) == Colour{254, 37, 122});
}

TEST_CASE("OKLCH of white and of red is that of its author") {
    // Reference values of the OKLab definition: red L 0.6280, C 0.2577, h 29.23°.
    CHECK_THAT(toLch({255, 255, 255}).lightness, WithinAbs(1.0, 1e-3));
    const Lch red = toLch({255, 0, 0});
    CHECK_THAT(red.lightness, WithinAbs(0.6280, 1e-3));
    CHECK_THAT(red.chroma, WithinAbs(0.2577, 1e-3));
    CHECK_THAT(red.hueDegrees, WithinAbs(29.23, 0.05));
}

TEST_CASE("a colour survives the way to OKLCH and back") {
    for (const Colour colour : {Colour{12, 200, 90}, Colour{250, 249, 245}, Colour{0, 0, 0}}) {
        CHECK(fromLch(toLch(colour)) == colour);
    }
}

TEST_CASE("scaling chroma keeps hue and lightness") {
    const Lch before = toLch({220, 120, 60});
    const Lch after = toLch(scaled({220, 120, 60}, 1, 0.8));
    CHECK_THAT(after.chroma, WithinAbs(before.chroma * 0.8, 0.004));
    CHECK_THAT(after.lightness, WithinAbs(before.lightness, 0.004));
    CHECK_THAT(after.hueDegrees, WithinAbs(before.hueDegrees, 1.5));
}
