// Length, density and dead ends of a road network.
#include "tests/cli/program.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <format>
#include <fstream>

using namespace tuban::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

struct Road {
    std::string name, grade;
    double x1, y1, x2, y2;
};

/// Metres from (460000, 3853000).
std::string planWithRoads(const Folder& folder, const std::vector<Road>& roads) {
    std::string plan = folder / "路网.sqlite";
    REQUIRE(tubanRun({"new", plan, "--crs", "EPSG:4547"}).exitCode == 0);
    const std::string file = folder / "roads.geojson";
    std::ofstream out(file);
    out << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4547"}},"features":[)";
    for (std::size_t i = 0; i < roads.size(); ++i) {
        const Road& road = roads[i];
        out << (i == 0 ? "" : ",")
            << std::format(
                   R"({{"type":"Feature","properties":{{"name":"{}","grade":"{}"}},"geometry":{{"type":"LineString","coordinates":[[{},{}],[{},{}]]}}}})",
                   road.name,
                   road.grade,
                   460000 + road.x1,
                   3853000 + road.y1,
                   460000 + road.x2,
                   3853000 + road.y2);
    }
    out << "]}";
    out.close();
    REQUIRE(tubanRun({"import", plan, file, "--layer", "road_project"}).exitCode == 0);
    return plan;
}

/// Blocks between a southern and a northern road; a street ends 60 m before the nearer of the eastern ones.
const std::vector<Road> frame{{"南路", "arterial", 0, 0, 1400, 0},
                              {"东路", "collector", 1000, 0, 1000, 1000},
                              {"外路", "collector", 1400, 0, 1400, 1000},
                              {"北路", "collector", 1400, 1000, 0, 1000},
                              {"西路", "local", 0, 1000, 0, 0},
                              {"断头路", "local", 0, 500, 940, 500}};

} // namespace

TEST_CASE(
    "network gives the length of roads by grade, longer on the ellipsoid by the scale of the projection") {
    const Folder folder;
    const std::string plan = planWithRoads(folder, frame);
    const Json planar = answer({"network", plan, "--method", "planar", "--json"});
    CHECK_THAT(planar.at("length_m").get<double>(), WithinAbs(6740, 1e-6));
    CHECK_THAT(planar.at("by_grade").at("arterial").get<double>(), WithinAbs(1400, 1e-6));
    CHECK_THAT(planar.at("by_grade").at("collector").get<double>(), WithinAbs(3400, 1e-6));
    CHECK_THAT(planar.at("by_grade").at("local").get<double>(), WithinAbs(1940, 1e-6));
    CHECK_FALSE(planar.contains("dead_ends"));
    CHECK_FALSE(planar.contains("density_km_per_km2"));
    const Json ellipsoidal = answer({"network", plan, "--json"});
    CHECK(ellipsoidal.at("method") == "ellipsoidal");
    CHECK_THAT(ellipsoidal.at("length_m").get<double>(), WithinRel(6740, 1e-4));
    CHECK(ellipsoidal.at("length_m") != planar.at("length_m"));
}

TEST_CASE("the two carriageways of one road count once, roads that follow each other count whole") {
    const Folder folder;
    const std::string plan = planWithRoads(folder,
                                           {{"科学大道", "arterial", 0, 0, 1000, 0},
                                            {"科学大道", "arterial", 1000, 24, 0, 24},
                                            {"科学大道", "arterial", 1000, 12, 1500, 12},
                                            {"辅路", "local", 0, 40, 1000, 40}});
    const Json network = answer({"network", plan, "--method", "planar", "--json"});
    CHECK_THAT(network.at("by_grade").at("arterial").get<double>(), WithinAbs(1500, 1e-6));
    CHECK_THAT(network.at("by_grade").at("local").get<double>(), WithinAbs(1000, 1e-6));
}

TEST_CASE("a dead end names the road it faces, the gap and the detour it would save") {
    const Folder folder;
    const Json network = answer({"network", planWithRoads(folder, frame), "--dead-ends", "--json"});
    REQUIRE(network.at("dead_ends").size() == 1);
    const Json& end = network["dead_ends"][0];
    CHECK(end.at("name") == "断头路");
    CHECK(end.at("facing_name") == "东路");
    CHECK_THAT(end.at("gap_m").get<double>(), WithinAbs(60, 1e-6));
    CHECK_THAT(end.at("detour_m").get<double>(), WithinAbs(940 + 500 + 1000 + 500, 1e-6));
    CHECK(end.at("at").size() == 2);
    CHECK(end.contains("road"));
    CHECK(end.contains("facing"));
}

TEST_CASE("density is the length inside an area by its size") {
    const Folder folder;
    const std::string plan = planWithRoads(folder, frame);
    const std::string file = folder / "area.geojson";
    std::ofstream(file)
        << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4547"}},"features":[
        {"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[[460100,3853100],[460600,3853100],[460600,3853600],[460100,3853600],[460100,3853100]]]}}]})";
    REQUIRE(tubanRun({"import", plan, file, "--layer", "area_unit"}).exitCode == 0);
    const Json network =
        answer({"network", plan, "--density-over", "area_unit", "--method", "planar", "--json"});
    CHECK_THAT(network.at("density_km_per_km2").get<double>(), WithinAbs(2, 1e-9)); // 500 m in 0.25 km²
    const Outcome lines = tubanRun({"network", plan, "--density-over", "road_project"});
    CHECK(lines.exitCode == 2);
    CHECK_THAT(lines.err, ContainsSubstring("holds no areas"));
}

TEST_CASE("the stretch of a street that is not cleared leaves two dead ends that face each other") {
    const Folder folder;
    const std::string plan = folder / "示范.sqlite";
    REQUIRE(tubanRun({"demo", plan, "--parcels", "1500"}).exitCode == 0);
    const Json network = answer({"network", plan, "--dead-ends", "--json"});
    const auto ends = std::ranges::count_if(network.at("dead_ends"),
                                            [](const Json& end) { return end.at("name") == "电厂路"; });
    CHECK(ends == 2);
}
