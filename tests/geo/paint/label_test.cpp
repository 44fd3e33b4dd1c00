#include "geo/paint/label.h"
#include "geo/paint/label_fit.h"
#include "geo/paint/label_text.h"
#include "snapshots.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <random>

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

namespace {

View movedBy(const View& view, double dxPx, double dyPx) {
    const double scale = view.pixelsPerWorld();
    const Point topLeft = view.worldFromScreen({dxPx, dyPx});
    return View::northUp(topLeft, scale, view.widthPx(), view.heightPx());
}

bool isWhole(const Box& box, const View& view) {
    return box.minX >= 0 && box.minY >= 0 && box.maxX <= view.widthPx() && box.maxY <= view.heightPx();
}

std::shared_ptr<const DisplayLayer> road(double lengthM) {
    return displayed(
        madeSnapshot(ShapeKind::Line,
                     {"name"},
                     {{"r",
                       makeLine({{{500'000 - lengthM / 2, 3'850'000}, {500'000 + lengthM / 2, 3'850'000}}}),
                       {"road"}}}),
        plainStyle(ShapeKind::Line));
}

} // namespace

TEST_CASE("no label moves or goes while the map is dragged") {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> place(0, 1'500);
    std::vector<MadeFeature> features; // in no order on the ground, with names of all lengths
    for (int i = 0; i < 3'000; ++i) {
        const Point at{500'000 + place(random), 3'850'000 + place(random)};
        features.push_back({"p" + std::to_string(i),
                            makePoint(at),
                            {std::string(3U + static_cast<std::size_t>(i % 7), 'n') + std::to_string(i)}});
    }
    const std::vector layers{
        displayed(madeSnapshot(ShapeKind::Point, {"name"}, features), plainStyle(ShapeKind::Point)),
        road(4'000)};
    std::uniform_real_distribution<double> step(-180, 180);
    View view = viewOf(*layers.front());
    auto before = placeLabels(layers, view, tenPxALetter);
    for (int drag = 0; drag < 30; ++drag) {
        const View next = movedBy(view, step(random), step(random));
        const auto after = placeLabels(layers, next, tenPxALetter, {.before = before, .viewBefore = &view});
        for (const PlacedLabel& seen : before) {
            const Point now = next.screenFromWorld(seen.world);
            const Point centre{now.x + seen.offset.x, now.y + seen.offset.y};
            const Box box{centre.x - seen.box.width() / 2,
                          centre.y - seen.box.height() / 2,
                          centre.x + seen.box.width() / 2,
                          centre.y + seen.box.height() / 2};
            if (!isWhole(seen.box, view) || !isWhole(box, next)) {
                continue; // at the edge
            }
            const auto same = std::ranges::count_if(after, [&](const PlacedLabel& label) {
                return label.uid == seen.uid && label.world == seen.world && label.offset == seen.offset;
            });
            CHECK(same == 1);
        }
        for (std::size_t i = 0; i < after.size(); ++i) {
            for (std::size_t k = i + 1; k < after.size(); ++k) {
                CHECK_FALSE(after[i].box.intersects(after[k].box));
            }
        }
        before = after;
        view = next;
    }
}

TEST_CASE("a name that has changed is written anew") {
    const auto layerNamed = [](const std::string& name) {
        return displayed(
            madeSnapshot(ShapeKind::Point, {"name"}, {{"p", makePoint({500'000, 3'850'000}), {name}}}),
            plainStyle(ShapeKind::Point));
    };
    const std::vector old{layerNamed("old")};
    const View view = viewOf(*old.front());
    const auto before = placeLabels(old, view, tenPxALetter);
    const auto after = placeLabels(
        std::vector{layerNamed("new")}, view, tenPxALetter, {.before = before, .viewBefore = &view});
    REQUIRE(after.size() == 1);
    CHECK(after[0].text == "new");
}

TEST_CASE("a long road bears its name again and again, at a distance") {
    const auto placed = labelsOf({road(790)});
    CHECK(placed.size() == 1);
    const auto layer = road(8'000);
    const auto more = placeLabels(std::vector{layer}, viewOf(*layer), tenPxALetter, {.marginPx = 1'000});
    REQUIRE(more.size() >= 4);
    for (std::size_t i = 0; i < more.size(); ++i) {
        for (std::size_t k = i + 1; k < more.size(); ++k) {
            CHECK(std::abs(more[i].centre.x - more[k].centre.x) > 260);
        }
    }
}

TEST_CASE("when time is up the names of the highest rank are there") {
    LayerStyle zones = plainStyle(ShapeKind::Area);
    zones.layer = "renewal_zone";
    const auto zone = displayed(
        madeSnapshot(ShapeKind::Area, {"name"}, {{"z", square(499'650, 3'850'000, 300), {"zone"}}}), zones);
    int asked = 0;
    const auto placed =
        placeLabels(std::vector{points(20, 20, 30), zone}, viewOf(*zone), tenPxALetter, {.isLate = [&asked] {
                        return ++asked > 1;
                    }});
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].role == LabelRole::Zone);
}

TEST_CASE("the name of an area stays upright and inside when the map is turned and tilted") {
    LayerStyle style = plainStyle(ShapeKind::Area);
    style.rule = LayerStyle::Rule::LandUse;
    const auto layer = displayed(
        madeSnapshot(ShapeKind::Area, {"name"}, {{"a", square(500'000, 3'850'000, 150), {"name"}}}), style);
    for (const double bearing : {0.0, 30.0, 200.0}) {
        for (const double tilt : {0.0, 40.0}) {
            const View view = View::ofCamera({.centre = layer->bounds().centre(),
                                              .zoom = 17,
                                              .bearing = bearing,
                                              .tilt = tilt,
                                              .width = 800,
                                              .height = 600});
            const auto placed = placeLabels(std::vector{layer}, view, tenPxALetter);
            REQUIRE(placed.size() == 1);
            CHECK(placed[0].angleDegrees == 0);
            for (const Point corner : {Point{placed[0].box.minX, placed[0].box.minY},
                                       Point{placed[0].box.maxX, placed[0].box.minY},
                                       Point{placed[0].box.minX, placed[0].box.maxY},
                                       Point{placed[0].box.maxX, placed[0].box.maxY}}) {
                CHECK(containsPoint(layer->geometry(0), view.worldFromScreen(corner)));
            }
        }
    }
}

TEST_CASE("a box is inside an area only when nothing of the edge runs through it") {
    // a notch from above reaches down to the middle
    const AreaRoom room(makePolygon({{{0, 0}, {45, 0}, {50, 40}, {55, 0}, {100, 0}, {100, 80}, {0, 80}},
                                     {{10, 60}, {20, 60}, {15, 70}}}));
    CHECK_FALSE(room.holds({35, 20, 75, 30})); // all corners inside, the notch between them
    CHECK_FALSE(room.holds({12, 55, 40, 75})); // a hole within
    CHECK(room.holds({30, 50, 70, 60}));
    CHECK_FALSE(room.holds({-5, 50, 20, 55}));
    for (const Point centre : room.centresFor(60, 12)) {
        CHECK(room.holds({centre.x - 30, centre.y - 6, centre.x + 30, centre.y + 6}));
    }
    CHECK_FALSE(room.centresFor(60, 12).empty());
}

TEST_CASE("long names are broken or shortened where it makes sense") {
    CHECK(waysToWrite("GX-001") == std::vector<std::string>{"GX-001"});
    CHECK(waysToWrite("机械所") == std::vector<std::string>{"机械所"});
    CHECK(waysToWrite("机械所二期工程") ==
          std::vector<std::string>{"机械所二期工程", "机械所二\n期工程", "机械所二期…"});
    CHECK(waysToWrite("Science Park North") ==
          std::vector<std::string>{"Science Park North", "Science\nPark North"});
    CHECK(waysToWrite("410191-003-GB00012") == std::vector<std::string>{"410191-003-GB00012"});
}
