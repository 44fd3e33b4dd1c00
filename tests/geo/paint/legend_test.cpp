#include "geo/paint/legend.h"
#include "snapshots.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <numeric>

using namespace tuban;
using Catch::Matchers::WithinAbs;

namespace {

Layer useLayer() {
    Layer layer;
    layer.name = "parcel";
    layer.style = "land_use";
    return layer;
}

std::shared_ptr<const LayerSnapshot> fiveParcels() {
    std::vector<MadeFeature> features;
    const std::vector<std::string> codes{"070101", "070102", "0901", "0901", ""};
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const double side = 10.0 * static_cast<double>(i + 1);
        features.push_back({"p" + std::to_string(i),
                            square(500'000, 3'850'000, side),
                            {"MNR2023", codes[i].empty() ? Value() : Value(codes[i])}});
    }
    return madeSnapshot(ShapeKind::Area, {"lu_scheme", "lu_code"}, features);
}

std::vector<LegendRow> legendOfFive(const Catalogue& catalogue) {
    const auto snapshot = fiveParcels();
    const LayerStyle style = styleOf(useLayer(), catalogue, {}, snapshot.get());
    std::vector<std::uint16_t> classes;
    for (std::size_t i = 0; i < snapshot->size(); ++i) {
        classes.push_back(style.classOf(*snapshot, i));
    }
    return legendOf(*snapshot, style, classes);
}

double areaOf(const std::vector<LegendRow>& rows) {
    return std::accumulate(rows.begin(), rows.end(), 0.0, [](double sum, const LegendRow& row) {
        return sum + row.areaPlanarM2;
    });
}

} // namespace

TEST_CASE("a legend counts each feature once and sums its land") {
    const auto rows = legendOfFive(Catalogue::load().value());
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].code == "070101");
    CHECK(rows[2].code == "0901");
    CHECK(rows[2].count == 2);
    CHECK_THAT(rows[2].areaPlanarM2, WithinAbs(30.0 * 30 + 40.0 * 40, 1e-6));
    CHECK(rows[3].code.empty());
    CHECK_THAT(areaOf(rows), WithinAbs(100.0 + 400 + 900 + 1600 + 2500, 1e-6));
}

TEST_CASE("a legend that is too long joins land uses under the one above and keeps its sums") {
    const Catalogue catalogue = Catalogue::load().value();
    const auto rows =
        joinedUses(legendOfFive(catalogue), 3, catalogue, styleOf(useLayer(), catalogue, {}, nullptr));
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].code == "0701");
    CHECK(rows[0].count == 2);
    CHECK_THAT(areaOf(rows), WithinAbs(5'500, 1e-6));
}

TEST_CASE("the smallest rows of a legend become one") {
    const Catalogue catalogue = Catalogue::load().value();
    const auto rows = foldedTo(legendOfFive(catalogue), 2);
    REQUIRE(rows.size() == 2);
    CHECK(isRest(rows[1]));
    CHECK_THAT(areaOf(rows), WithinAbs(5'500, 1e-6));
}

TEST_CASE("folding a legend step by step leaves one row for the rest") {
    const Catalogue catalogue = Catalogue::load().value();
    auto rows = legendOfFive(catalogue);
    for (std::size_t most = 3; most > 0; --most) {
        rows = foldedTo(std::move(rows), most);
        CHECK(std::ranges::count_if(rows, isRest) == 1);
        CHECK(isRest(rows.back()));
        CHECK_THAT(areaOf(rows), WithinAbs(5'500, 1e-6));
    }
}
