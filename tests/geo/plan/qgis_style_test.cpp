#include "geo/plan/qgis_style.h"
#include "geo/plan/qgis_symbol.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;

namespace {

std::size_t countOf(std::string_view text, std::string_view word) {
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        ++count;
    }
    return count;
}

} // namespace

TEST_CASE("the style of a layer of land use has a class for each code of each scheme") {
    const auto catalogue = Catalogue::load().value();
    const std::string qml = qgisStyle(*catalogue.layer("parcel"), catalogue, "zh");
    CHECK(countOf(qml, "<category ") == catalogue.landUses().size() + 1);
    CHECK(countOf(qml, "<symbol ") == catalogue.landUses().size() + 1);
    CHECK(qml.contains(R"(value="MNR2023:070102")"));
    CHECK(qml.contains(R"(label="070102 二类城镇住宅用地")"));
}

TEST_CASE("the style of works has a class for each stage, value maps and aliases in the chosen language") {
    const auto catalogue = Catalogue::load().value();
    const Layer& road = *catalogue.layer("road_project");
    const std::string zh = qgisStyle(road, catalogue, "zh");
    const std::string en = qgisStyle(road, catalogue, "en");
    CHECK(countOf(zh, "<category ") == road.stages.size() + 1);
    CHECK(zh.contains(R"(name="在建" value="building")"));
    CHECK(en.contains(R"(name="Building" value="building")"));
    CHECK(zh.contains(R"x(<alias field="redline_m" name="红线宽度 (m)"/>)x"));
    CHECK(countOf(zh, "<alias ") == road.columns.size());
    CHECK(zh.contains(R"(<field name="uid" editable="0"/>)"));
}

TEST_CASE("text in a style is escaped for XML") {
    CHECK(xmlEscaped("a<b & \"c\" 'd'>") == "a&lt;b &amp; &quot;c&quot; &apos;d&apos;&gt;");
    const auto catalogue = Catalogue::load().value();
    CHECK(qgisStyle(*catalogue.layer("survey_patch"), catalogue, "en").contains("Press &amp; publishing"));
}

TEST_CASE("steps of a hue run from light to dark") {
    const SymbolColour hue = symbolColour("#9B2F3F");
    CHECK(hue.red == 155);
    CHECK(hue.green == 47);
    CHECK(hue.blue == 63);
    int last = 766;
    for (std::size_t step = 0; step < 10; ++step) {
        const SymbolColour colour = stepColour(hue, step, 10);
        CHECK(colour.red + colour.green + colour.blue < last);
        last = colour.red + colour.green + colour.blue;
    }
}
