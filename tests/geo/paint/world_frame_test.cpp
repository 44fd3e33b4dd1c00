#include "geo/paint/pixel_map.h"
#include "geo/paint/world_frame.h"
#include "snapshots.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <numbers>
#include <random>

using namespace tuban;

namespace {

constexpr double worldM = 40'075'016.7;

Transform planToGeo() {
    return Transform::between(crsFromText("EPSG:4547").value(), crsFromText("EPSG:4490").value()).value();
}

/// Four parcels at the corners of a region and one in its middle, so that the frame spans it.
std::shared_ptr<const LayerSnapshot> region(double west, double south, double side) {
    return madeSnapshot(ShapeKind::Area,
                        {},
                        {{"whole", square(west, south, side), {}},
                         {"corner", square(west, south, 30), {}},
                         {"middle", square(west + side / 2, south + side / 2, 30), {}}});
}

/// Farthest that the frame is from PROJ on the ground at random places of a region, metres.
double farthestM(const WorldFrame& frame, double west, double south, double side) {
    const Transform transform = planToGeo();
    std::mt19937 random(7);
    std::uniform_real_distribution<double> within(0, side);
    double farthest = 0;
    for (int i = 0; i < 20'000; ++i) {
        const Point plan{west + within(random), south + within(random)};
        const Point geo = transform.apply(plan).value();
        const Point truth = worldFromGeo(geo);
        const auto mine = frame.world(plan);
        if (!mine) {
            return INFINITY;
        }
        const double metres = worldM * std::cos(geo.y * std::numbers::pi / 180);
        farthest = std::max(farthest, std::hypot(mine->x - truth.x, mine->y - truth.y) * metres);
    }
    return farthest;
}

} // namespace

TEST_CASE("the polynomials are within a centimetre of PROJ all over a city") {
    // A square of 60 km across three columns of the grid, from 5 km west of the central meridian.
    const WorldFrame frame(*region(495'000, 3'820'000, 60'000), planToGeo());
    CHECK(farthestM(frame, 495'000, 3'820'000, 60'000) < 0.01);
}

TEST_CASE("the polynomials are within a centimetre of PROJ all over a zone, far north and south") {
    const WorldFrame north(*region(320'000, 5'700'000, 350'000), planToGeo());
    CHECK(farthestM(north, 320'000, 5'700'000, 350'000) < 0.01);
    const WorldFrame south(*region(320'000, 2'000'000, 350'000), planToGeo());
    CHECK(farthestM(south, 320'000, 2'000'000, 350'000) < 0.01);
}

TEST_CASE("a place where the plan has nothing and a place off the earth have no world") {
    const WorldFrame frame(*madeSnapshot(ShapeKind::Area,
                                         {},
                                         {{"a", square(500'000, 3'850'000, 100), {}},
                                          {"off", square(1e9, 1e9, 10), {}}}),
                           planToGeo());
    CHECK(frame.world({500'050, 3'850'050}).has_value());
    CHECK_FALSE(frame.world({900'000, 3'850'050}).has_value());
    CHECK_FALSE(frame.world({1e9 + 5, 1e9 + 5}).has_value());
    CHECK(frame.worldBox({1e9, 1e9, 1e9 + 10, 1e9 + 10}).empty());
}

TEST_CASE("the plan window of a world box holds all that lies in it") {
    const WorldFrame frame(*region(440'000, 3'820'000, 60'000), planToGeo());
    std::mt19937 random(3);
    std::uniform_real_distribution<double> within(0, 60'000);
    for (int i = 0; i < 500; ++i) {
        const Point a{440'000 + within(random), 3'820'000 + within(random)};
        const Point b{440'000 + within(random), 3'820'000 + within(random)};
        Box world;
        world.add(frame.world(a).value());
        world.add(frame.world(b).value());
        const Box window = frame.planWindow(world);
        CHECK(window.contains(a));
        CHECK(window.contains(b));
    }
    CHECK(frame.planWindow({0.1, 0.1, 0.2, 0.2}).empty());
}

TEST_CASE("pixels by the polynomial of a picture are those of the frame to a thirtieth") {
    const WorldFrame frame(*region(440'000, 3'820'000, 60'000), planToGeo());
    const Box all = frame.worldBounds();
    for (const double share : {1.0, 0.3, 0.01}) {
        const Point centre = all.centre();
        const double side = all.width() * share;
        const Box shown{centre.x - side / 2, centre.y - side / 2, centre.x + side / 2, centre.y + side / 2};
        const PixelMap map(frame, {shown.minX, shown.minY}, 1'280 / side, shown);
        std::mt19937 random(5);
        std::uniform_real_distribution<double> within(0, 1);
        const Box window = map.planWindow();
        for (int i = 0; i < 2'000; ++i) {
            const Point plan{window.minX + window.width() * within(random),
                             window.minY + window.height() * within(random)};
            const auto world = frame.world(plan);
            if (!world || !shown.contains(*world)) {
                continue;
            }
            const Point pixel = map.pixel(plan);
            CHECK(std::hypot(pixel.x - (world->x - shown.minX) * 1'280 / side,
                             pixel.y - (world->y - shown.minY) * 1'280 / side) < 0.035);
        }
    }
}
