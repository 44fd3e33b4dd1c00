#include "app/map/picker.h"
#include "tests/geo/paint/snapshots.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;

namespace {

const auto parcels =
    madeSnapshot(ShapeKind::Area, {}, {{"left", square(0, 0, 100), {}}, {"right", square(100, 0, 100), {}}});
const auto zones = madeSnapshot(ShapeKind::Area, {}, {{"zone", square(-1'000, -1'000, 3'000), {}}});
const auto roads = madeSnapshot(ShapeKind::Line, {}, {{"road", makeLine({{{0, 50}, {200, 50}}}), {}}});
const auto points = madeSnapshot(
    ShapeKind::Point, {}, {{"near", makePoint({52, 20}), {}}, {"nearer", makePoint({51, 20}), {}}});

std::vector<std::string>
uidsAt(std::vector<std::shared_ptr<const LayerSnapshot>> layers, Point at, double radiusM) {
    std::vector<std::string> uids;
    for (const PickHit& hit : pickAt(layers, at, radiusM)) {
        uids.push_back(hit.snapshot->uid(hit.index));
    }
    return uids;
}

} // namespace

TEST_CASE("a click inside a parcel finds it and not its neighbour") {
    CHECK(uidsAt({parcels}, {50, 80}, 5) == std::vector<std::string>{"left"});
    CHECK(uidsAt({parcels}, {150, 80}, 5) == std::vector<std::string>{"right"});
    CHECK(uidsAt({parcels}, {-3, 80}, 5).empty());
}

TEST_CASE("points and lines within the radius come before what they lie on") {
    CHECK(uidsAt({points, roads, parcels}, {50, 20}, 5) ==
          std::vector<std::string>{"nearer", "near", "left"});
    CHECK(uidsAt({points, roads, parcels}, {50, 54}, 5) == std::vector<std::string>{"road", "left"});
    CHECK(uidsAt({points, roads, parcels}, {50, 56}, 5) == std::vector<std::string>{"left"});
}

TEST_CASE("a zone over the parcels does not hide them from the click") {
    CHECK(uidsAt({zones, parcels}, {50, 80}, 5) == std::vector<std::string>{"left", "zone"});
}

TEST_CASE("of areas of one size the upper layer comes first") {
    const auto blocks = madeSnapshot(ShapeKind::Area, {}, {{"block", square(0, 0, 101), {}}});
    CHECK(uidsAt({parcels, blocks}, {50, 80}, 5) == std::vector<std::string>{"left", "block"});
    CHECK(uidsAt({blocks, parcels}, {50, 80}, 5) == std::vector<std::string>{"block", "left"});
}

TEST_CASE("a layer that is not read yet is passed over") {
    CHECK(uidsAt({nullptr, parcels}, {50, 80}, 5) == std::vector<std::string>{"left"});
}
