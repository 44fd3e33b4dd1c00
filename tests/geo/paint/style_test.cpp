#include "geo/paint/style.h"
#include "snapshots.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;

namespace {

Layer parcelLayer() {
    Layer layer;
    layer.name = "parcel";
    layer.style = "land_use";
    layer.labelColumn = "parcel_no";
    for (const char* name : {"parcel_no", "name", "lu_scheme", "lu_code", "lu_raw"}) {
        Column column;
        column.name = name;
        layer.columns.push_back(column);
    }
    return layer;
}

Layer roadLayer() {
    Layer layer;
    layer.name = "road_project";
    layer.geometry = ShapeKind::Line;
    layer.style = "stage";
    layer.colour = "#0B6E99";
    layer.stages = {{"planned", {"规划", "Planned"}, Stage::Means::Before, {}},
                    {"building", {"在建", "Building"}, Stage::Means::Started, {}},
                    {"open", {"通车", "Open"}, Stage::Means::InService, {}}};
    return layer;
}

const std::vector<std::string> useColumns{"lu_scheme", "lu_code", "lu_raw"};

std::shared_ptr<const LayerSnapshot> uses(const std::vector<std::vector<Value>>& cells) {
    std::vector<MadeFeature> features;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        features.push_back({"u" + std::to_string(i), square(0, 0, 1), cells[i]});
    }
    return madeSnapshot(ShapeKind::Area, useColumns, features);
}

const Value none;

} // namespace

TEST_CASE("a parcel takes the standard colour of its land use at 85 % over paper") {
    const Catalogue catalogue = Catalogue::load().value();
    const LandUse* residential = catalogue.landUse("MNR2023", "0701");
    REQUIRE(residential != nullptr);
    const auto snapshot = uses({{"MNR2023", "0701", none}, {none, "0701", none}, {none, none, none}});
    const LayerStyle style = styleOf(parcelLayer(), catalogue, {}, snapshot.get());
    const PaintClass& look = style.classes[style.classOf(*snapshot, 0)];
    const Colour standard{static_cast<std::uint8_t>(residential->red),
                          static_cast<std::uint8_t>(residential->green),
                          static_cast<std::uint8_t>(residential->blue)};
    CHECK(look.key == "MNR2023:0701");
    CHECK(look.fill == mixed(standard, {0xFA, 0xF9, 0xF5}, 0.85));
    CHECK(toLch(look.stroke).lightness < toLch(look.fill).lightness);
    CHECK(style.classOf(*snapshot, 1) ==
          style.classOf(*snapshot, 0)); // the scheme is MNR2023 unless it says so
    CHECK(style.classOf(*snapshot, 2) == style.classes.size() - 1);
}

TEST_CASE("dark mode takes chroma away") {
    const Catalogue catalogue = Catalogue::load().value();
    const LayerStyle light = styleOf(parcelLayer(), catalogue, {}, nullptr);
    const LayerStyle dark = styleOf(parcelLayer(), catalogue, {.theme = Theme::Dark}, nullptr);
    const std::size_t index = light.classByKey.at("MNR2023:0901");
    CHECK(toLch(dark.classes[index].fill).chroma < 0.9 * toLch(light.classes[index].fill).chroma);
}

TEST_CASE("values that no standard knows get a colour each") {
    const Catalogue catalogue = Catalogue::load().value();
    const auto snapshot = uses({{none, none, "residential"},
                                {none, none, "industrial"},
                                {none, none, "residential"},
                                {none, none, none}});
    const LayerStyle style = styleOf(parcelLayer(), catalogue, {}, snapshot.get());
    CHECK(style.rule == LayerStyle::Rule::RawValue);
    CHECK(style.classes[style.classOf(*snapshot, 0)].label.en == "residential");
    CHECK(style.classOf(*snapshot, 0) == style.classOf(*snapshot, 2));
    CHECK(style.classes[style.classOf(*snapshot, 0)].fill != style.classes[style.classOf(*snapshot, 1)].fill);
    CHECK(style.classOf(*snapshot, 3) == style.classes.size() - 1);
}

TEST_CASE("stages run from light to dark and the finished ones are filled") {
    const Catalogue catalogue = Catalogue::load().value();
    const LayerStyle style = styleOf(roadLayer(), catalogue, {}, nullptr);
    REQUIRE(style.classes.size() == 4);
    CHECK(toLch(style.classes[0].fill).lightness > toLch(style.classes[1].fill).lightness);
    CHECK(toLch(style.classes[1].fill).lightness > toLch(style.classes[2].fill).lightness);
    CHECK_FALSE(style.classes[1].filled);
    CHECK(style.classes[2].filled);
}

TEST_CASE("a stage said by a mark goes before the stored one") {
    const Catalogue catalogue = Catalogue::load().value();
    const LayerStyle style = styleOf(roadLayer(), catalogue, {}, nullptr);
    const auto snapshot = madeSnapshot(ShapeKind::Line,
                                       {"stage"},
                                       {{"r1", makeLine({{{0, 0}, {1, 1}}}), {"planned"}},
                                        {"r2", makeLine({{{0, 0}, {1, 1}}}), {"planned"}}});
    const StageByUid stages{{"r2", "open"}};
    CHECK(style.classOf(*snapshot, 0, &stages) == 0);
    CHECK(style.classOf(*snapshot, 1, &stages) == 2);
}

TEST_CASE("only columns that a layer has are asked for") {
    CHECK(paintColumns(parcelLayer()) ==
          std::vector<std::string>{"parcel_no", "name", "lu_scheme", "lu_code", "lu_raw"});
    CHECK(paintColumns(roadLayer()).empty());
}
