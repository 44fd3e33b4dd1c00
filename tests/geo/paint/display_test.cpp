#include "geo/paint/display.h"
#include "snapshots.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace tuban;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

const std::vector<MadeFeature> two{{"a", square(500'000, 3'850'000, 100), {}},
                                   {"b", square(500'200, 3'850'000, 100), {}}};

} // namespace

TEST_CASE("a place of the plan comes where PROJ puts it on the Mercator map") {
    // The easting of the central meridian 114E is 114 / 360 of the world. A meridian arc of 3,850,000 m on
    // GRS 80 by python3: bisection of a (1 - e²) ∫ (1 - e² sin² φ)^-1.5 dφ gives φ = 34.7783196°.
    const auto layer = displayed(madeSnapshot(ShapeKind::Area, {}, two), plainStyle(ShapeKind::Area));
    CHECK_THAT(layer->geometry(0).points[0].x, WithinAbs(114.0 / 360 + 0.5, 1e-12));
    const Point geo = geoFromWorld(layer->geometry(0).points[0]);
    CHECK_THAT(geo.x, WithinAbs(114, 1e-9));
    CHECK_THAT(geo.y, WithinAbs(34.7783196, 1e-6));
}

TEST_CASE("the area on the map is that of the shape stretched by Mercator") {
    const auto layer = displayed(madeSnapshot(ShapeKind::Area, {}, two), plainStyle(ShapeKind::Area));
    const Box box = layer->box(0);
    CHECK_THAT(layer->area(0), WithinRel(box.width() * box.height(), 1e-3));
}

TEST_CASE("an edit takes over what it did not touch and says where the picture changed") {
    const LayerStyle style = plainStyle(ShapeKind::Area);
    const auto before = displayed(madeSnapshot(ShapeKind::Area, {}, two), style);
    auto moved = two;
    moved[1].shape = square(500'300, 3'850'000, 100);
    const auto after = displayed(madeSnapshot(ShapeKind::Area, {}, moved), style, before.get());
    const auto fresh = displayed(madeSnapshot(ShapeKind::Area, {}, moved), style);
    CHECK(after->geometry(1) == fresh->geometry(1));
    const auto boxes = changedBoxes(*before, *after);
    REQUIRE(boxes.has_value());
    REQUIRE(boxes->size() == 2);
    CHECK(boxes->at(0).minX == before->box(1).minX);
    CHECK(boxes->at(1).minX == after->box(1).minX);
}

TEST_CASE("a new and a removed feature change the picture where they are") {
    const LayerStyle style = plainStyle(ShapeKind::Area);
    const auto both = displayed(madeSnapshot(ShapeKind::Area, {}, two), style);
    const auto one = displayed(madeSnapshot(ShapeKind::Area, {}, {two[0]}), style);
    CHECK(changedBoxes(*one, *both).value().size() == 1);
    CHECK(changedBoxes(*both, *one).value().size() == 1);
    CHECK(changedBoxes(*both, *both).value().empty());
}

TEST_CASE("a feature without a shape has no box and is not drawn") {
    const auto layer = displayed(
        madeSnapshot(ShapeKind::Area, {}, {two[0], {"empty", Geometry{ShapeKind::Area, {}, {}, {}}, {}}}),
        plainStyle(ShapeKind::Area));
    CHECK(layer->box(1).empty());
    CHECK(layer->query(Box{0, 0, 1, 1}) == std::vector<std::uint32_t>{0});
}
