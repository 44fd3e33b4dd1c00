#include "geo/paint/label.h"
#include "snapshots.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>

using namespace tuban;
using Catch::Matchers::WithinAbs;

namespace {

TextSize tenPxALetter(std::string_view text, LabelRole) {
    return {10.0 * static_cast<double>(text.size()), 14};
}

/// A view of 800 × 600 pixels, one metre of the ground about one pixel, with the layer in the middle.
View viewOf(const DisplayLayer& layer) {
    const Point centre = layer.bounds().centre();
    const double pixelsPerWorld = 40'075'016.686 * std::cos(34.8 * 3.14159265358979 / 180);
    return View::northUp(
        {centre.x - 400 / pixelsPerWorld, centre.y - 300 / pixelsPerWorld}, pixelsPerWorld, 800, 600);
}

std::vector<PlacedLabel> labelsOf(const std::vector<std::shared_ptr<const DisplayLayer>>& layers) {
    return placeLabels(layers, viewOf(*layers.front()), tenPxALetter);
}

std::shared_ptr<const DisplayLayer> points(int columns, int rows, double spacingM) {
    std::vector<MadeFeature> features;
    for (int i = 0; i < columns * rows; ++i) {
        const Point at{500'000 + spacingM * (i % columns), 3'850'000 + spacingM * (i / columns)};
        features.push_back({"p" + std::to_string(i), makePoint(at), {"point " + std::to_string(i)}});
    }
    return displayed(madeSnapshot(ShapeKind::Point, {"name"}, features), plainStyle(ShapeKind::Point));
}

} // namespace

TEST_CASE("no two labels overlap, however dense the points") {
    const auto placed = labelsOf({points(20, 20, 30)});
    CHECK(placed.size() > 20);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        for (std::size_t k = i + 1; k < placed.size(); ++k) {
            CHECK_FALSE(placed[i].box.intersects(placed[k].box));
        }
    }
}

TEST_CASE("no label lies on the sign of a point") {
    const auto layer = points(10, 10, 40);
    const View view = viewOf(*layer);
    for (const PlacedLabel& label : labelsOf({layer})) {
        for (std::size_t i = 0; i < layer->size(); ++i) {
            CHECK_FALSE(label.box.contains(view.screenFromWorld(layer->box(i).centre())));
        }
    }
}

TEST_CASE("the name of a parcel stands inside it or not at all") {
    const auto layer = displayed(madeSnapshot(ShapeKind::Area,
                                              {"name"},
                                              {{"wide", square(500'000, 3'850'000, 100), {"wide"}},
                                               {"narrow", square(500'150, 3'850'000, 30), {"narrow"}}}),
                                 [] {
                                     LayerStyle style = plainStyle(ShapeKind::Area);
                                     style.rule = LayerStyle::Rule::LandUse;
                                     return style;
                                 }());
    const auto placed = labelsOf({layer});
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].text == "wide");
    CHECK(placed[0].role == LabelRole::Area);
    const View view = viewOf(*layer);
    const Geometry shape = layer->geometry(0);
    CHECK(containsPoint(shape, view.worldFromScreen({placed[0].box.minX, placed[0].box.minY})));
    CHECK(containsPoint(shape, view.worldFromScreen({placed[0].box.maxX, placed[0].box.maxY})));
}

TEST_CASE("the name of a road follows it, the right way up") {
    const auto layer =
        displayed(madeSnapshot(ShapeKind::Line,
                               {"name"},
                               {{"r", makeLine({{{500'200, 3'850'200}, {500'000, 3'850'000}}}), {"road"}}}),
                  plainStyle(ShapeKind::Line));
    const auto placed = labelsOf({layer});
    REQUIRE(placed.size() == 1);
    CHECK_THAT(placed[0].angleDegrees, WithinAbs(-45, 1)); // north-east is up to the right
}

TEST_CASE("pieces of one road do not repeat its name side by side") {
    const auto layer =
        displayed(madeSnapshot(ShapeKind::Line,
                               {"name"},
                               {{"1", makeLine({{{500'000, 3'850'000}, {500'100, 3'850'000}}}), {"road"}},
                                {"2", makeLine({{{500'100, 3'850'000}, {500'200, 3'850'000}}}), {"road"}}}),
                  plainStyle(ShapeKind::Line));
    CHECK(labelsOf({layer}).size() == 1);
}
