#include "geo/crs/transform.h"
#include "geo/measure/area.h"
#include "geo/paint/view.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>

using namespace tuban;
using Catch::Matchers::WithinAbs;

namespace {

CameraState zhengzhou() {
    return {.centre = worldFromGeo({113.55, 34.8}), .zoom = 15.3, .width = 1'280, .height = 800};
}

} // namespace

TEST_CASE("the centre of the camera is the middle of the screen") {
    CameraState camera = zhengzhou();
    camera.bearing = 40;
    camera.tilt = 30;
    const Point middle = View::ofCamera(camera).screenFromWorld(camera.centre);
    CHECK_THAT(middle.x, WithinAbs(640, 1e-9));
    CHECK_THAT(middle.y, WithinAbs(400, 1e-9));
}

TEST_CASE("with bearing 90 east is up") {
    CameraState camera = zhengzhou();
    camera.bearing = 90;
    const View view = View::ofCamera(camera);
    const double hundredPx = 100 / view.pixelsPerWorld();
    const Point east = view.screenFromWorld({camera.centre.x + hundredPx, camera.centre.y});
    CHECK_THAT(east.x, WithinAbs(640, 1e-6));
    CHECK_THAT(east.y, WithinAbs(300, 1e-6));
}

TEST_CASE("a screen position goes to the world and back") {
    CameraState camera = zhengzhou();
    camera.bearing = 200;
    camera.tilt = 45;
    const View view = View::ofCamera(camera);
    for (const Point p : {Point{10, 20}, Point{1'200, 700}, Point{640, 799}}) {
        const Point back = view.screenFromWorld(view.worldFromScreen(p));
        CHECK_THAT(back.x, WithinAbs(p.x, 1e-5));
        CHECK_THAT(back.y, WithinAbs(p.y, 1e-5));
    }
}

TEST_CASE("the box of a view north up is the screen") {
    const CameraState camera = zhengzhou();
    const View view = View::ofCamera(camera);
    CHECK(view.isNorthUp());
    const Box box = view.worldBox();
    CHECK_THAT(box.width() * view.pixelsPerWorld(), WithinAbs(1'280, 1e-4));
    CHECK_THAT(box.height() * view.pixelsPerWorld(), WithinAbs(800, 1e-4));
}

TEST_CASE("a view to the horizon stays bounded") {
    CameraState camera = zhengzhou();
    camera.tilt = 80;
    const Box box = View::ofCamera(camera).worldBox();
    CHECK(box.contains(camera.centre));
    CHECK(box.height() * 256 * std::exp2(camera.zoom) < 8 * 800);
}

TEST_CASE("a pixel on the ground shrinks with the latitude") {
    // 2 π · 6378137 / (256 · 2^15.3) · cos 34.8° = 3.1864 m
    CHECK_THAT(metresPerPixel(View::ofCamera(zhengzhou())), WithinAbs(3.1864, 1e-3));
}

TEST_CASE("a scale bar is as long on the ground as it says, whatever is up") {
    constexpr double barPx = 140;
    for (const double latitude : {0.0, 34.81, -52.0, 68.0}) {
        for (const double bearing : {0.0, 30.0, 90.0, 211.0}) {
            CameraState camera = zhengzhou();
            camera.centre = worldFromGeo({113.55, latitude});
            camera.bearing = bearing;
            const View view = View::ofCamera(camera);
            const Point from = geoFromWorld(view.worldFromScreen({640 - barPx / 2, 400}));
            const Point to = geoFromWorld(view.worldFromScreen({640 + barPx / 2, 400}));
            const auto geodesic = geodesicLengthM(*crsFromText("EPSG:4490"), makeLine({{from, to}}));
            REQUIRE(geodesic);
            CHECK_THAT(barPx * trueMetresPerPixel(latitude, bearing + 90, camera.zoom),
                       WithinAbs(*geodesic, *geodesic * 1e-6));
        }
    }
}
