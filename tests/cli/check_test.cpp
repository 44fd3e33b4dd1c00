// Faults of geometry and topology in a plan.
#include "tests/cli/program.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fstream>

using namespace tuban::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

std::string planWith(const Folder& folder, const std::string& layer, const std::string& features) {
    std::string plan = folder / "检查.sqlite";
    REQUIRE(tubanRun({"new", plan, "--crs", "EPSG:4547"}).exitCode == 0);
    const std::string file = folder / "shapes.geojson";
    std::ofstream(file)
        << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4547"}},"features":[)"
        << features << "]}";
    REQUIRE(tubanRun({"import", plan, file, "--layer", layer}).exitCode == 0);
    return plan;
}

// Two squares of 50 m that lie 1 m on each other.
const std::string overlapping =
    R"({"type":"Feature","properties":{"name":"甲"},"geometry":{"type":"Polygon","coordinates":[[[460000,3853000],[460050,3853000],[460050,3853050],[460000,3853050],[460000,3853000]]]}},
       {"type":"Feature","properties":{"name":"乙"},"geometry":{"type":"Polygon","coordinates":[[[460049,3853000],[460099,3853000],[460099,3853050],[460049,3853050],[460049,3853000]]]}})";

} // namespace

TEST_CASE("check names an overlap of parcels with its place and area, and ends with 1") {
    const Folder folder;
    const Json document = answer({"check", planWith(folder, "parcel", overlapping), "--json"}, 1);
    REQUIRE(document.at("layers").size() == 1);
    const Json& layer = document["layers"][0];
    CHECK(layer.at("name") == "parcel");
    CHECK(layer.at("checked") == 2);
    REQUIRE(layer.at("findings").size() == 1);
    const Json& finding = layer["findings"][0];
    CHECK(finding.at("kind") == "overlap");
    CHECK_THAT(finding.at("area_m2").get<double>(), WithinAbs(50, 1e-6));
    CHECK(finding.at("feature").get<std::string>().starts_with("parcel:"));
    CHECK(finding.at("other").get<std::string>().starts_with("parcel:"));
    CHECK(finding.at("at").size() == 2);
    CHECK_THAT(finding.at("at")[0].get<double>(), WithinAbs(113.563, 0.01));
    CHECK(finding.contains("what"));
}

TEST_CASE("zones may lie on each other: check finds nothing and ends with 0") {
    const Folder folder;
    const Json document = answer({"check", planWith(folder, "renewal_zone", overlapping), "--json"});
    CHECK(document["layers"][0].at("findings").empty());
}

TEST_CASE("check of one layer, of a layer without areas, of none") {
    const Folder folder;
    const std::string plan = planWith(folder, "parcel", overlapping);
    CHECK(answer({"check", plan, "--layer", "renewal_zone", "--json"})["layers"][0].at("checked") == 0);
    const Outcome lines = tubanRun({"check", plan, "--layer", "road_project"});
    CHECK(lines.exitCode == 2);
    CHECK_THAT(lines.err, ContainsSubstring("holds no areas"));
    const Outcome unknown = tubanRun({"check", plan, "--layer", "parcels"});
    CHECK(unknown.exitCode == 2);
    CHECK_THAT(unknown.err, ContainsSubstring("parcel"));
}

TEST_CASE("check for people counts and lists") {
    const Folder folder;
    const Outcome table = tubanRun({"check", planWith(folder, "parcel", overlapping)});
    CHECK(table.exitCode == 1);
    CHECK_THAT(table.out,
               ContainsSubstring("2 checked, 1 findings") && ContainsSubstring("overlap") &&
                   ContainsSubstring("50.00 m²"));
}

TEST_CASE("the demo's parcels are valid and lie on each other nowhere") {
    const Folder folder;
    const std::string plan = folder / "示范.sqlite";
    REQUIRE(tubanRun({"demo", plan, "--parcels", "400"}).exitCode == 0);
    const Outcome outcome = tubanRun({"check", plan, "--layer", "parcel", "--json"});
    CHECK(outcome.exitCode <= 1);
    for (const Json& finding : outcome.json()["layers"][0].at("findings")) {
        INFO(finding.dump());
        CHECK(finding.at("kind") != "invalid");
        CHECK(finding.at("kind") != "overlap");
        CHECK(finding.at("kind") != "duplicate");
    }
}
