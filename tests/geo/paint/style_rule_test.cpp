#include "geo/paint/legend.h"
#include "geo/paint/map_theme.h"
#include "geo/paint/style.h"
#include "snapshots.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <array>
#include <cmath>

using namespace tuban;
using Catch::Matchers::WithinAbs;

namespace {

const Catalogue& catalogue() {
    static const Catalogue loaded = Catalogue::load().value();
    return loaded;
}

const Layer& layer(const char* name) {
    return *catalogue().layer(name);
}

std::shared_ptr<const LayerSnapshot> parcels(const std::vector<std::string>& columns,
                                             const std::vector<std::vector<Value>>& cells) {
    std::vector<MadeFeature> features;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        features.push_back(
            {"u" + std::to_string(i), square(0, 0, 100.0 * static_cast<double>(i + 1)), cells[i]});
    }
    return madeSnapshot(ShapeKind::Area, columns, features);
}

std::vector<LegendRow> legend(const LayerSnapshot& snapshot, const LayerStyle& style) {
    std::vector<std::uint16_t> classes;
    for (std::size_t i = 0; i < snapshot.size(); ++i) {
        classes.push_back(style.classOf(snapshot, i));
    }
    return legendOf(snapshot, style, classes);
}

/// How a colour looks to an eye without cones for green light (Machado, Oliveira and Fernandes 2009,
/// severity 1).
Colour asDeuteranopeSees(Colour colour) {
    const auto linear = [](std::uint8_t channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const auto coded = [](double c) {
        c = std::clamp(c, 0.0, 1.0);
        return static_cast<std::uint8_t>(
            std::lround(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055)));
    };
    const double r = linear(colour.red);
    const double g = linear(colour.green);
    const double b = linear(colour.blue);
    return {coded(0.367322 * r + 0.860646 * g - 0.227968 * b),
            coded(0.280085 * r + 0.672501 * g + 0.047413 * b),
            coded(-0.011820 * r + 0.042940 * g + 0.968881 * b)};
}

/// Distance in OKLab.
double distance(Colour a, Colour b) {
    const auto point = [](Colour colour) {
        const Lch lch = toLch(colour);
        const double hue = lch.hueDegrees * 3.14159265358979 / 180;
        return std::array{lch.lightness, lch.chroma * std::cos(hue), lch.chroma * std::sin(hue)};
    };
    const auto p = point(a);
    const auto q = point(b);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

double leastDistance(ColourSet colours) {
    const std::vector<std::string> codes{"07", "08", "09", "10", "12", "14", "17"};
    double least = 1;
    for (const std::string& a : codes) {
        for (const std::string& b : codes) {
            if (a < b) {
                const auto seen = [&](const std::string& code) {
                    return asDeuteranopeSees(landUseColour(*catalogue().landUse("MNR2023", code), colours));
                };
                least = std::min(least, distance(seen(a), seen(b)));
            }
        }
    }
    return least;
}

} // namespace

TEST_CASE("the book of styles is whole and names what is there") {
    REQUIRE(StyleBook::load());
    for (const auto& [name, rules] : styleBook().rules) {
        CAPTURE(name);
        const Layer* known = catalogue().layer(name);
        REQUIRE(known != nullptr);
        for (const StyleRule& rule : rules) {
            CAPTURE(rule.name);
            CHECK((rule.column.empty() || rule.column == "@area" || known->column(rule.column) != nullptr));
            CHECK((rule.kind != RuleKind::Graduated || styleBook().ramps.contains(rule.ramp)));
            CHECK((rule.kind != RuleKind::Stage || !known->stages.empty()));
            CHECK((rule.kind != RuleKind::Graduated || rule.method != BreakMethod::Listed ||
                   !rule.breaks.empty()));
            for (const HatchRule& hatch : rule.hatches) {
                CHECK(known->column(hatch.column) != nullptr);
            }
        }
    }
    for (const Layer& known : catalogue().layers()) {
        CHECK(styleBook().rules.contains(known.name));
    }
}

TEST_CASE("built-in themes name layers and styles that there are") {
    REQUIRE(builtInThemes().size() == 6);
    for (const MapTheme& theme : builtInThemes()) {
        CAPTURE(theme.name);
        CHECK_FALSE(theme.layers.empty());
        for (const MapTheme::Entry& entry : theme.layers) {
            REQUIRE(catalogue().layer(entry.layer) != nullptr);
            CHECK(styleRule(layer(entry.layer.c_str()), entry.style).name == entry.style);
        }
    }
    CHECK(themeNamed(builtInThemes(), "灯").value().name == "lights");
    CHECK(themeNamed(builtInThemes(), "Works Progress").value().name == "progress");
    CHECK(themeNamed(builtInThemes(), "night").error().code == ErrorCode::Usage);
}

TEST_CASE("a theme survives being kept") {
    const auto back = themesFromJson(themesToJson(builtInThemes())).value();
    REQUIRE(back.size() == builtInThemes().size());
    CHECK(back[1].layers == builtInThemes()[1].layers);
    CHECK(back[1].title.zh == "进度");
    CHECK_FALSE(themesFromJson("no list"));
}

TEST_CASE("floor area ratios fall in the classes of the catalogue") {
    const auto snapshot = parcels({"far_max"}, {{0.8}, {1.0}, {std::int64_t{3}}, {Value()}, {9.0}});
    const LayerStyle style = styleOf(layer("parcel"), catalogue(), {.style = "far"}, snapshot.get());
    CHECK(style.classes[style.classOf(*snapshot, 0)].label.zh == "< 1");
    CHECK(style.classes[style.classOf(*snapshot, 1)].label.zh == "1 – 1.5");
    CHECK(style.classes[style.classOf(*snapshot, 2)].label.zh == "2.5 – 3.5");
    CHECK(style.classes[style.classOf(*snapshot, 3)].label.zh == "未填");
    CHECK(style.classes[style.classOf(*snapshot, 4)].label.zh == "≥ 3.5");
    // More is darker on light paper.
    CHECK(toLch(style.classes[0].fill).lightness > toLch(style.classes[5].fill).lightness);
    CHECK(style.isGround);
}

TEST_CASE("areas are classed in hectares by the shape, as many in each class") {
    std::vector<std::vector<Value>> cells(10, std::vector<Value>{Value()});
    const auto snapshot = parcels({"name"}, cells); // 1 ha, 4 ha, 9 ha … 100 ha
    const LayerStyle style = styleOf(layer("parcel"), catalogue(), {.style = "area"}, snapshot.get());
    CHECK(style.breaks == std::vector<double>{9, 25, 49, 81});
    CHECK(style.unit.zh == "ha");
    const auto rows = legend(*snapshot, style);
    REQUIRE(rows.size() == 5);
    for (const LegendRow& row : rows) {
        CHECK(row.count == 2);
    }
    CHECK_THAT(rows[4].areaPlanarM2, WithinAbs(810'000 + 1'000'000, 1e-6));
    const LayerStyle round = styleOf(layer("parcel"), catalogue(), {.style = "area:round"}, snapshot.get());
    CHECK(round.breaks == std::vector<double>{20, 40, 60, 80});
}

TEST_CASE("any column with a domain gives categories") {
    const auto snapshot = parcels({"supply_status"}, {{"sold"}, {"listed"}, {Value()}, {"no such"}});
    const LayerStyle style =
        styleOf(layer("parcel"), catalogue(), {.style = "supply_status"}, snapshot.get());
    CHECK(style.rule == RuleKind::Category);
    CHECK(style.classes[style.classOf(*snapshot, 0)].label.en == "Sold");
    CHECK(style.classOf(*snapshot, 2) == style.classes.size() - 1);
    CHECK(style.classOf(*snapshot, 3) == style.classes.size() - 1);
    CHECK(paintColumns(layer("parcel"), "supply_status").back() == "supply_status");
}

TEST_CASE("a light colours the work that has it and says the rest that there is none") {
    const auto snapshot =
        madeSnapshot(ShapeKind::Point,
                     {"name"},
                     {{"a", makePoint({0, 0}), {Value()}}, {"b", makePoint({0, 0}), {Value()}}});
    const LightByUid lights{{"a", {.code = "late", .silent = true}}};
    const LayerStyle style = styleOf(layer("key_project"), catalogue(), {.style = "light"}, snapshot.get());
    const PaintClass& late = style.classes[style.classOf(*snapshot, 0, nullptr, &lights)];
    CHECK(late.shape == LightShape::Square);
    CHECK(late.fill == paletteOf(Theme::Light).bad);
    CHECK(style.classOf(*snapshot, 1, nullptr, &lights) == style.classes.size() - 1);
    CHECK(style.accentOf(*snapshot, 0, &lights).silent);
    CHECK(style.accentOf(*snapshot, 0, &lights).light == LightShape::None); // the sign itself is the light

    const LayerStyle stages = styleOf(layer("key_project"), catalogue(), {}, snapshot.get());
    CHECK(stages.accentOf(*snapshot, 0, &lights).light == LightShape::Square);
    CHECK(stages.accentOf(*snapshot, 1, &lights) == Accent());
}

TEST_CASE("idle and inefficient land is hatched over its land use and told apart in the legend") {
    const auto snapshot = parcels({"lu_code", "idle_decided", "inefficient"},
                                  {{"0901", "2023-05-01", std::int64_t{1}},
                                   {"0901", Value(), std::int64_t{1}},
                                   {"0901", Value(), std::int64_t{0}}});
    const LayerStyle style = styleOf(layer("parcel"), catalogue(), {}, snapshot.get());
    CHECK(style.accentOf(*snapshot, 0).hatch == Hatch::Idle);
    CHECK(style.accentOf(*snapshot, 1).hatch == Hatch::Inefficient);
    CHECK(style.accentOf(*snapshot, 2).hatch == Hatch::None);
    const auto rows = foldedTo(legend(*snapshot, style), 1);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].count == 3);
    CHECK_THAT(rows[0].areaPlanarM2, WithinAbs(140'000, 1e-6));
    CHECK(rows[1].hatch == Hatch::Idle);
    CHECK(rows[1].count == 1);
    CHECK_THAT(rows[2].areaPlanarM2, WithinAbs(40'000, 1e-6));
}

TEST_CASE("roads by grade are as wide as the ground says") {
    const LayerStyle style = styleOf(layer("road_project"), catalogue(), {.style = "grade"}, nullptr);
    CHECK(style.classes[style.classByKey.at("express")].strokeWidthM >
          style.classes[style.classByKey.at("local")].strokeWidthM);
    CHECK(style.classes[style.classByKey.at("local")].strokeWidthM > 0);
}

TEST_CASE("an unknown style is the usual one of its layer") {
    CHECK(styleOf(layer("parcel"), catalogue(), {.style = "sparkle"}, nullptr).rule == RuleKind::LandUse);
}

TEST_CASE("safe colours of land are told apart without cones for green, where the standard ones are not") {
    CHECK(leastDistance(ColourSet::Safe) > 0.1);
    CHECK(leastDistance(ColourSet::Standard) < leastDistance(ColourSet::Safe));
}

TEST_CASE("greys have no colour") {
    const LayerStyle style =
        styleOf(layer("parcel"), catalogue(), {.style = "far", .colours = ColourSet::Grey}, nullptr);
    for (std::size_t i = 0; i + 1 < style.classes.size(); ++i) {
        CHECK(toLch(style.classes[i].fill).chroma < 0.012); // what is left is the paper's
    }
}
