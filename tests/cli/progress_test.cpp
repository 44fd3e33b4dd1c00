// `tuban mark` of stretches and parts, and what `tuban progress` makes of them.
#include "tests/cli/program.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fstream>

using namespace tuban::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

using Keys = std::vector<std::string>;

/// A plan with one road of 1,000 m in two pieces and the four parcels.
struct Works {
    Folder folder{};
    std::string plan = planWithParcels(folder);
    std::string road{};

    Works() {
        std::ofstream(folder / "道路.geojson")
            << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4547"}},)"
            << R"("features":[{"type":"Feature","properties":{"name":"新龙路"},"geometry":{"type":"LineString",)"
            << R"("coordinates":[[458000,3853000],[458600,3853000],[458600,3853400]]}}]})";
        REQUIRE(tubanRun({"import", plan, folder / "道路.geojson", "--layer", "road_project"}).exitCode == 0);
        const Json list = answer({"list", plan, "--layer", "road_project", "--json"});
        road = "road_project:" + list.at("features")[0].at("uid").get<std::string>();
    }

    [[nodiscard]] Outcome mark(const std::string& feature, const std::string& stage, const Keys& more) const {
        Keys all{"mark", plan, "--feature", feature, "--stage", stage, "--on", "2024-08-01", "--json"};
        all.insert(all.end(), more.begin(), more.end());
        return tubanRun(all);
    }

    [[nodiscard]] Json progressOf(const std::string& feature, const Keys& more = {}) const {
        Keys all{"progress", plan, "--as-of", "2024-08-21", "--json"};
        all.insert(all.end(), more.begin(), more.end());
        const Json document = answer(all);
        for (const Json& each : document.at("features")) {
            if (each.at("feature") == feature) {
                return each;
            }
        }
        return {};
    }
};

} // namespace

TEST_CASE("stretches of a road make its percent, and progress lists them") {
    const Works works;
    const Json mark = works.mark(works.road, "open", {"--from", "K0+200", "--to", "450.5"}).json();
    CHECK(mark["from_m"] == 200.0);
    CHECK(mark["to_m"] == 450.5);
    CHECK(works.mark(works.road, "building", {"--from", "K0+900", "--to", "K0+400"}).exitCode == 0);

    const Json road = works.progressOf(works.road);
    CHECK(missingKeys(road,
                      {"feature",
                       "name",
                       "stage",
                       "percent",
                       "by",
                       "since",
                       "light",
                       "days_silent",
                       "planned",
                       "late_days",
                       "stretches",
                       "done_m",
                       "total_m"}) == Keys{});
    CHECK(road["name"] == "新龙路");
    CHECK(road["by"] == "length");
    CHECK_THAT(road["total_m"].get<double>(), WithinAbs(1000, 1e-6));
    CHECK_THAT(road["done_m"].get<double>(),
               WithinAbs(200, 1e-6)); // 200 to 400: the later mark took the rest
    CHECK_THAT(road["percent"].get<double>(), WithinAbs(20, 1e-6));
    CHECK(road["days_silent"] == 20);
    REQUIRE(road["stretches"].size() == 4);
    CHECK(road["stretches"][1] == Json{{"stage", "open"}, {"from_m", 200.0}, {"to_m", 400.0}});
    CHECK(road["stretches"][2]["stage"] == "building");
    CHECK(road["stretches"][2]["to_m"] == 900.0);
}

TEST_CASE("what is said of a whole day is not there the day before, and --since lists what moved") {
    const Works works;
    REQUIRE(works.mark(works.road, "open", {"--from", "0", "--to", "500"}).exitCode == 0);
    const Json before =
        answer({"progress", works.plan, "--layer", "road_project", "--as-of", "2024-07-31", "--json"});
    CHECK(before["as_of"] == "2024-07-31");
    CHECK(before["features"][0]["percent"] == 0.0);
    const Json moved =
        answer({"progress", works.plan, "--as-of", "2024-08-21", "--since", "2024-07-31", "--json"});
    REQUIRE(moved["features"].size() == 1);
    CHECK_THAT(moved["features"][0]["percent"].get<double>(), WithinAbs(50, 1e-6));
    const Json still =
        answer({"progress", works.plan, "--as-of", "2024-08-21", "--since", "2024-08-14", "--json"});
    CHECK(still["features"].empty());
    const Json unknown = answer({"progress",
                                 works.plan,
                                 "--layer",
                                 "road_project",
                                 "--as-of",
                                 "2024-08-21",
                                 "--known-by",
                                 "2024-08-31",
                                 "--json"});
    CHECK(unknown["features"][0]["percent"] == 0.0); // the mark was written later than that
}

TEST_CASE("a part of a parcel counts by its area, drawn or as a parcel of the plan") {
    const Works works;
    const Json list =
        answer({"list", works.plan, "--layer", "parcel", "--where", "parcel_no = '高新-001'", "--json"});
    const std::string parcel = "parcel:" + list.at("features")[0].at("uid").get<std::string>();
    // the west half of a parcel whose box is 460000..460100 by 3853000..3853200
    std::ofstream(works.folder / "西半.geojson")
        << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4547"}},"features":[)"
        << R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[459900,3852900],)"
        << R"([460050,3852900],[460050,3853300],[459900,3853300],[459900,3852900]]]}}]})";
    const Outcome mark = works.mark(parcel, "completed", {"--part", works.folder / "西半.geojson"});
    INFO(mark.err);
    REQUIRE(mark.exitCode == 0);
    const Json half = works.progressOf(parcel);
    CHECK(half["by"] == "area");
    CHECK_THAT(half["percent"].get<double>(), WithinAbs(50, 1e-6));
    CHECK_THAT(half["done_m2"].get<double>(), WithinAbs(10000, 1e-3));
    REQUIRE(works.mark(parcel, "completed", {"--parcel", parcel}).exitCode == 0);
    CHECK_THAT(works.progressOf(parcel)["percent"].get<double>(), WithinAbs(100, 1e-6));
}

TEST_CASE("stretches that cannot be are refused in words, and nothing is kept") {
    const Works works;
    const Outcome beyond = works.mark(works.road, "open", {"--from", "K0+900", "--to", "K1+200"});
    CHECK(beyond.exitCode == 2);
    CHECK_THAT(beyond.err, ContainsSubstring("0 to 1000.000 m"));
    const Outcome half = works.mark(works.road, "open", {"--from", "10"});
    CHECK(half.exitCode == 2);
    CHECK_THAT(half.err, ContainsSubstring("--to"));
    CHECK(works.mark(works.road, "open", {"--from", "K0+1200", "--to", "50"}).exitCode == 2);
    CHECK(works.mark(works.road, "started?", {"--from", "0", "--to", "50"}).exitCode == 2);
    CHECK(works.mark(works.road, "open", {"--part", works.folder / "keine.shp"}).exitCode == 3);
    CHECK(tubanRun({"progress", works.plan, "--as-of", "2024-02-30"}).exitCode == 2);
    CHECK(tubanRun({"progress", works.plan, "--layer", "area_unit"}).exitCode == 2);
    CHECK(works.progressOf(works.road).is_null());
}
