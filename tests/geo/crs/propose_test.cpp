#include "geo/crs/crs.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;

TEST_CASE("proposeCrs reads the zone in front of eight-digit eastings") {
    const auto three = proposeCrs({38445100, 3846996, 38465255, 3860236}, 4547);
    CHECK(three.epsg == 4526);
    CHECK(three.certain);
    CHECK_FALSE(three.swapped);
    const auto six = proposeCrs({19725000, 3846996, 19740000, 3860236}, 4547);
    CHECK(six.epsg == 4497);
    CHECK(six.certain);
}

TEST_CASE("proposeCrs sees north before east") {
    const auto plain = proposeCrs({3846996, 449639, 3860236, 465255}, 4547);
    CHECK(plain.epsg == 4547);
    CHECK(plain.swapped);
    CHECK_FALSE(plain.certain);
    const auto prefixed = proposeCrs({3846996, 38449639, 3860236, 38465255}, 4547);
    CHECK(prefixed.epsg == 4526);
    CHECK(prefixed.swapped);
    CHECK(prefixed.certain);
}

TEST_CASE("proposeCrs takes the plan's meridian for six-digit eastings") {
    CHECK(proposeCrs({449639, 3846996, 465255, 3860236}, 4547).epsg == 4547);
    CHECK(proposeCrs({449639, 3846996, 465255, 3860236}, 4526).epsg == 4547);
    CHECK(proposeCrs({449639, 3846996, 465255, 3860236}, 0).epsg == 0);
}

TEST_CASE("proposeCrs knows degrees in either order") {
    const auto degrees = proposeCrs({113.45, 34.75, 113.62, 34.87}, 4547);
    CHECK(degrees.epsg == 4490);
    CHECK(degrees.certain);
    const auto swapped = proposeCrs({34.75, 113.45, 34.87, 113.62}, 4547);
    CHECK(swapped.epsg == 4490);
    CHECK(swapped.swapped);
}

TEST_CASE("proposeCrs says so when it cannot tell") {
    CHECK(proposeCrs({0, 0, 1200, 800}, 4547).epsg == 0);
    CHECK(proposeCrs(Box{}, 4547).epsg == 0);
    CHECK(proposeCrs({38445100, 3846996, 39465255, 3860236}, 4547).epsg == 0); // two zones
    CHECK_FALSE(proposeCrs({0, 0, 1200, 800}, 4547).reason.empty());
    CHECK(proposeCrs({12'630'000, 4'130'000, 12'650'000, 4'150'000}, 4547).epsg == 3857);
}
