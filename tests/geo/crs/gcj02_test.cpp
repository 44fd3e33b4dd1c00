#include "geo/crs/gcj02.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <numbers>

using namespace tuban;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double metresPerDegree = 111'320;

Point offsetM(Point lonLat) {
    const Point moved = gcj02FromGeo(lonLat);
    return {(moved.x - lonLat.x) * metresPerDegree * std::cos(lonLat.y * std::numbers::pi / 180),
            (moved.y - lonLat.y) * metresPerDegree};
}

} // namespace

TEST_CASE("GCJ-02 of the Zone's middle is that of the public algorithm") {
    // domain facts, section 1: WGS 113.55/34.81 → GCJ 113.5561267/34.8089160
    const Point moved = gcj02FromGeo({113.55, 34.81});
    CHECK_THAT(moved.x, WithinAbs(113.5561267, 5e-8));
    CHECK_THAT(moved.y, WithinAbs(34.8089160, 5e-8));
}

TEST_CASE("a map in GCJ-02 lies about 570 m off over the Zone, and not by the same everywhere") {
    double leastEast = 1e9;
    double mostEast = -1e9;
    for (double lon = 113.45; lon <= 113.621; lon += 0.01) {
        for (double lat = 34.75; lat <= 34.871; lat += 0.01) {
            const Point off = offsetM({lon, lat}); // domain facts: +552…+592 m east, −84…−134 m north
            CHECK(off.x > 545);
            CHECK(off.x < 600);
            CHECK(off.y > -140);
            CHECK(off.y < -78);
            leastEast = std::min(leastEast, off.x);
            mostEast = std::max(mostEast, off.x);
        }
    }
    CHECK(mostEast - leastEast > 30); // no constant shift will do
}

TEST_CASE("from GCJ-02 and back ends where it began, to a thousandth of a millimetre") {
    for (double lon = 75; lon < 135; lon += 7.3) {
        for (double lat = 5; lat < 54; lat += 5.9) {
            const Point back = geoFromGcj02(gcj02FromGeo({lon, lat}));
            CHECK_THAT(back.x, WithinAbs(lon, 1e-11));
            CHECK_THAT(back.y, WithinAbs(lat, 1e-11));
        }
    }
}

TEST_CASE("outside of China GCJ-02 is WGS 84") {
    const Point berlin{13.4, 52.5};
    CHECK(gcj02FromGeo(berlin) == berlin);
    CHECK(geoFromGcj02(berlin) == berlin);
}
