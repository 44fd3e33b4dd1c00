#include "exchange_fixture.h"
#include "geo/measure/area.h"
#include "geo/plan/journal.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <format>

using namespace tuban;
using namespace tuban::test;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double east = 458'825;
constexpr double north = 3'853'606;

Error importError(Plan& plan,
                  const std::string& source,
                  const std::string& layer,
                  ImportOptions options = {}) {
    options.source = source;
    options.layer = layer;
    const auto report = importFile(plan, options);
    REQUIRE_FALSE(report);
    return report.error();
}

std::string textOf(const Feature& feature, std::size_t index) {
    return toText(feature.values.at(index));
}

bool warns(const ImportReport& report, const std::string& words) {
    return std::ranges::any_of(report.warnings,
                               [&](const auto& text) { return text.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("a GeoJSON comes in with its values by alias, as one journal entry") {
    const Folder folder;
    auto plan = newPlan(folder);
    writeFile(folder / "a.geojson",
              featureCollection({feature(R"("DKBH":"A-1","用地面积（亩）":15,"stage":"在建","低效用地":"是")",
                                         squareAt(east, north, 100)),
                                 feature(R"("DKBH":"A-2","stage":"洽谈","低效用地":"否")",
                                         squareAt(east + 200, north, 100))}));
    const auto report = imported(plan, folder / "a.geojson", "parcel");
    CHECK(report.written == 2);
    CHECK(report.crsCode == "EPSG:4547");
    CHECK(report.unmatched.empty());
    const auto parcels =
        featuresOf(plan, "parcel", {"parcel_no", "area_legal_m2", "stage", "inefficient", "source"});
    REQUIRE(parcels.size() == 2);
    CHECK(textOf(parcels[0], 0) == "A-1");
    CHECK_THAT(std::get<double>(parcels[0].values[1]), WithinAbs(10'000, 1e-9)); // 15 mu are one hectare
    CHECK(textOf(parcels[0], 2) == "building");
    CHECK(textOf(parcels[0], 3) == "1");
    CHECK(textOf(parcels[0], 4) == "a.geojson");
    CHECK_THAT(planarAreaM2(parcels[0].geometry), WithinAbs(10'000, 1e-6));
    const auto journal = history(plan);
    REQUIRE(journal);
    REQUIRE(journal->size() == 1);
    CHECK(journal->front().kind == "import");
    REQUIRE(undo(plan, "test"));
    CHECK(featuresOf(plan, "parcel").empty());
}

TEST_CASE("a value outside its domain is kept and counted, and stops nothing") {
    const Folder folder;
    auto plan = newPlan(folder);
    writeFile(folder / "a.geojson",
              featureCollection({feature(R"("DKBH":"A-1","供地状态":"待定","户数":"约40","用地性质":"X9")",
                                         squareAt(east, north, 100))}));
    ImportOptions options;
    options.map = {{"households", "户数"}};
    const auto report = imported(plan, folder / "a.geojson", "parcel", options);
    CHECK(report.written == 1);
    CHECK(report.unmatched.size() == 3);
    const auto parcels =
        featuresOf(plan, "parcel", {"supply_status", "households", "lu_code", "lu_raw", "note"});
    CHECK(isNull(parcels[0].values[0]));
    CHECK(isNull(parcels[0].values[1]));
    CHECK(isNull(parcels[0].values[2]));
    CHECK(textOf(parcels[0], 3) == "X9");
    CHECK(textOf(parcels[0], 4).find("待定") != std::string::npos);
    CHECK(textOf(parcels[0], 4).find("约40") != std::string::npos);
}

TEST_CASE("a value that the table refuses is kept in the note") {
    const Folder folder;
    auto plan = newPlan(folder);
    writeFile(folder / "a.geojson",
              featureCollection(
                  {feature(R"("DKBH":"A-1","用地面积":-5,"备注":"旧")", squareAt(east, north, 100))}));
    ImportOptions options;
    options.map = {{"dev_area_m2", "用地面积"}};
    const auto report = imported(plan, folder / "a.geojson", "parcel", options);
    CHECK(report.written == 1);
    REQUIRE(report.unmatched.size() == 1);
    CHECK(report.unmatched[0].column == "dev_area_m2");
    const auto parcels = featuresOf(plan, "parcel", {"parcel_no", "dev_area_m2", "note"});
    REQUIRE(parcels.size() == 1);
    CHECK(textOf(parcels[0], 0) == "A-1");
    CHECK(isNull(parcels[0].values[1]));
    CHECK(textOf(parcels[0], 2).find("-5") != std::string::npos);
    CHECK(textOf(parcels[0], 2).find("旧") != std::string::npos);
}

TEST_CASE("a bow-tie is repaired, skipped or refused as asked") {
    const Folder folder;
    writeFile(
        folder / "tie.geojson",
        featureCollection(
            {feature(R"("DKBH":"T")",
                     R"({"type":"Polygon","coordinates":[[[458825,3853606],[458925,3853706],[458925,3853606],
                            [458825,3853706],[458825,3853606]]]})"),
             feature(R"("DKBH":"S")", squareAt(east + 500, north, 100))}));
    SECTION("repair lists the feature and the change of area") {
        auto plan = newPlan(folder);
        const auto report = imported(plan, folder / "tie.geojson", "parcel");
        CHECK(report.written == 2);
        REQUIRE(report.repaired.size() == 1);
        CHECK(report.repaired[0].feature == "0");
        // the two halves cancel in the ring as drawn; each is a triangle of 100 by 50 metres
        CHECK_THAT(report.repaired[0].areaChangeM2, WithinAbs(5'000, 0.01));
    }
    SECTION("skip lists it") {
        auto plan = newPlan(folder);
        ImportOptions options;
        options.onInvalid = OnInvalid::Skip;
        const auto report = imported(plan, folder / "tie.geojson", "parcel", options);
        CHECK(report.written == 1);
        REQUIRE(report.skipped.size() == 1);
        CHECK(report.skipped[0].feature == "0");
    }
    SECTION("stop names it and writes nothing") {
        auto plan = newPlan(folder);
        ImportOptions options;
        options.onInvalid = OnInvalid::Stop;
        const auto error = importError(plan, folder / "tie.geojson", "parcel", options);
        CHECK(error.code == ErrorCode::BadGeometry);
        CHECK(error.message.find("feature 0") != std::string::npos);
        CHECK(featuresOf(plan, "parcel").empty());
    }
}

TEST_CASE("north before east is mended and said; a zone prefix without .prj is known") {
    const Folder folder;
    auto plan = newPlan(folder);
    writeFile(
        folder / "swapped.geojson",
        featureCollection({feature(R"("DKBH":"A")",
                                   R"({"type":"Polygon","coordinates":[[[3853606,38458825],[3853706,38458825],
                                          [3853706,38458925],[3853606,38458925],[3853606,38458825]]]})")},
                          "4526"));
    const auto report = imported(plan, folder / "swapped.geojson", "parcel");
    CHECK(report.crsCode == "EPSG:4526");
    CHECK(warns(report, "north before east"));
    const auto centre = featuresOf(plan, "parcel")[0].geometry.box().centre();
    CHECK_THAT(centre.x, WithinAbs(east + 50, 0.001));
    CHECK_THAT(centre.y, WithinAbs(north + 50, 0.001));
}

TEST_CASE("a GeoJSON in metres without a word on its system is placed by its digits") {
    const Folder folder;
    auto plan = newPlan(folder);
    writeFile(folder / "metres.geojson",
              featureCollection({feature(R"("DKBH":"A")", squareAt(38'458'825, north, 100))}, ""));
    const auto report = imported(plan, folder / "metres.geojson", "parcel");
    CHECK(report.crsFrom == "digits");
    CHECK(report.crsCode == "EPSG:4526");
    CHECK_THAT(featuresOf(plan, "parcel")[0].geometry.box().minX, WithinAbs(east, 0.001));
}

TEST_CASE("data on Beijing 54 are refused, not shifted by nothing") {
    const Folder folder;
    auto plan = newPlan(folder);
    writeFile(folder / "old.geojson",
              featureCollection({feature(R"("DKBH":"A")", squareAt(east, north, 100))}, "2435"));
    const auto error = importError(plan, folder / "old.geojson", "parcel");
    CHECK(error.code == ErrorCode::BadCrs);
    CHECK(featuresOf(plan, "parcel").empty());
}

TEST_CASE("features far from the plan are told") {
    const Folder folder;
    auto plan = newPlan(folder);
    writeFile(folder / "here.geojson",
              featureCollection({feature(R"("DKBH":"A")", squareAt(east, north, 100))}));
    writeFile(folder / "there.geojson",
              featureCollection({feature(R"("DKBH":"B")", squareAt(east, north + 300'000, 100))}));
    CHECK(imported(plan, folder / "here.geojson", "parcel").warnings.empty());
    CHECK(warns(imported(plan, folder / "there.geojson", "parcel"), "50 km"));
}

TEST_CASE("registered areas that look like hectares are told") {
    const Folder folder;
    auto plan = newPlan(folder);
    writeFile(folder / "ha.geojson",
              featureCollection({feature(R"("DKBH":"A","DKMJ":1.0)", squareAt(east, north, 100)),
                                 feature(R"("DKBH":"B","DKMJ":4.0)", squareAt(east + 300, north, 200))}));
    CHECK(warns(imported(plan, folder / "ha.geojson", "parcel"), "hectares"));
}

TEST_CASE("shapes of another kind go to the companion table or are left out with a reason") {
    const Folder folder;
    auto plan = newPlan(folder);
    writeFile(folder / "parking.geojson",
              featureCollection({feature(R"("名称":"电厂路停车场")", squareAt(east, north, 60))}));
    const auto parking = imported(plan, folder / "parking.geojson", "parking_site");
    CHECK(parking.written == 1);
    const auto sites = featuresOf(plan, "parking_site", {"name"});
    REQUIRE(sites.size() == 1);
    CHECK(sites[0].geometry.kind == ShapeKind::Point);
    CHECK(sites[0].geometry.box().centre().x > east);
    CHECK(imported(plan, folder / "parking.geojson", "parking_site").same == 1);

    writeFile(folder / "mixed.geojson",
              featureCollection(
                  {feature(R"("DKBH":"A")", squareAt(east, north, 100)),
                   feature(R"("DKBH":"L")",
                           R"({"type":"LineString","coordinates":[[458825,3853606],[458925,3853706]]})"),
                   feature(R"("DKBH":"N")", "null")}));
    const auto mixed = imported(plan, folder / "mixed.geojson", "parcel");
    CHECK(mixed.read == 3);
    CHECK(mixed.written == 1);
    REQUIRE(mixed.skipped.size() == 2);
    CHECK(mixed.skipped[0].feature == "1");
    CHECK(mixed.skipped[0].reason.find("lines") != std::string::npos);

    writeFile(folder / "fence.geojson",
              featureCollection(
                  {feature(R"("编号":"W-1")", R"({"type":"Point","coordinates":[458825,3853606]})")}));
    CHECK(imported(plan, folder / "fence.geojson", "hoarding").written == 1);
    CHECK(imported(plan, folder / "fence.geojson", "hoarding").same == 1);
}

TEST_CASE("a condition on the file's fields chooses rows, and a wrong one is a usage error") {
    const Folder folder;
    auto plan = newPlan(folder);
    writeFile(folder / "a.geojson",
              featureCollection({feature(R"("DKBH":"A-1","n":1)", squareAt(east, north, 100)),
                                 feature(R"("DKBH":"A-2","n":2)", squareAt(east + 200, north, 100))}));
    ImportOptions options;
    options.where = "n = 2";
    CHECK(imported(plan, folder / "a.geojson", "parcel", options).written == 1);
    options.where = "m = 2";
    CHECK(importError(plan, folder / "a.geojson", "parcel", options).code == ErrorCode::Usage);
}

TEST_CASE("a dry run and a stopped run write nothing") {
    const Folder folder;
    auto plan = newPlan(folder);
    std::vector<std::string> features;
    for (int i = 0; i < 2'000; ++i) {
        features.push_back(feature(std::format(R"("DKBH":"A-{}")", i), squareAt(east + 20 * i, north, 10)));
    }
    writeFile(folder / "many.geojson", featureCollection(features));
    ImportOptions options;
    options.dryRun = true;
    CHECK(imported(plan, folder / "many.geojson", "parcel", options).added == 2'000);
    CHECK(featuresOf(plan, "parcel").empty());

    REQUIRE(plan.close());
    const auto before = readFile(folder / "plan.sqlite");
    auto opened = Plan::open(folder / "plan.sqlite", OpenMode::ReadWrite);
    REQUIRE(opened);
    options = {};
    options.source = folder / "many.geojson";
    options.layer = "parcel";
    std::stop_source stop;
    Progress progress;
    progress.stop = stop.get_token();
    progress.report = [&](double fraction, std::string_view step) {
        if (step == "writing" && fraction > 0.6) {
            stop.request_stop();
        }
    };
    const auto report = importFile(*opened, options, progress);
    REQUIRE_FALSE(report);
    CHECK(report.error().code == ErrorCode::Cancelled);
    CHECK(featuresOf(*opened, "parcel").empty());
    REQUIRE(opened->close());
    CHECK(readFile(folder / "plan.sqlite") == before);
}

TEST_CASE("a plan is never imported into itself, and an unknown layer names the nearest") {
    const Folder folder;
    auto plan = newPlan(folder);
    CHECK(importError(plan, folder / "plan.sqlite", "parcel").code == ErrorCode::Usage);
    const auto error = importError(plan, folder / "plan.sqlite", "parcl");
    CHECK(error.code == ErrorCode::Usage);
    CHECK(error.message.find("parcel") != std::string::npos);
}

TEST_CASE("a preview says what a file holds and which layer fits") {
    const Folder folder;
    auto plan = newPlan(folder);
    writeFile(folder / "a.geojson",
              featureCollection({feature(R"("DKBH":"A-1","容积率":2.5)", squareAt(east, north, 100))}));
    ImportOptions options;
    options.source = folder / "a.geojson";
    const auto preview = previewSource(plan, options);
    REQUIRE(preview);
    CHECK(preview->driver == "GeoJSON");
    CHECK(preview->features == 1);
    CHECK(preview->geometry == "Polygon");
    CHECK(preview->crsCode == "EPSG:4547");
    CHECK(preview->suggestedLayer == "parcel");
    REQUIRE(preview->rows.size() == 1);
    CHECK(preview->rows[0][0] == "A-1");
    CHECK(std::ranges::contains(preview->mapping, std::pair<std::string, std::string>{"parcel_no", "DKBH"}));
}
