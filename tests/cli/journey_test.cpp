// A planner's day on real files: in, look, out, mark, back and forth.
#include "tests/cli/program.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace tuban::test;
using Catch::Matchers::WithinAbs;

namespace {

const std::filesystem::path realData = TUBAN_SHARED_DATA;

double totalM2(const std::string& plan, const std::string& method) {
    return answer({"area", plan, "--layer", "parcel", "--method", method, "--json"})
        .at("total")
        .at("area_m2");
}

std::string realFile(const std::string& name) {
    if (!std::filesystem::exists(realData / name)) {
        SKIP("no real data: " << (realData / name).string());
    }
    return (realData / name).string();
}

} // namespace

TEST_CASE("the land use of Xinwu comes in whole, twice without doubling, and goes out in GBK") {
    const std::string source = realFile("wuxi-hightech/xinwu_land_use.gpkg");
    const Folder folder;
    const std::string plan = folder / "新吴区.sqlite";
    REQUIRE(tubanRun({"new", plan, "--crs", "EPSG:4549"}).exitCode == 0);
    const Json first = answer({"import", plan, source, "--layer", "parcel", "--json"});
    CHECK(first["new"] == 2033);
    const double planarM2 = totalM2(plan, "planar");
    CHECK_THAT(planarM2, WithinAbs(143'146'807, 1));
    CHECK_THAT(totalM2(plan, "ellipsoidal"), WithinAbs(143'141'266, 5));

    const Json second = answer({"import", plan, source, "--layer", "parcel", "--json"});
    CHECK(second["new"] == 0);
    CHECK(second["same"] == 2033);
    CHECK_THAT(totalM2(plan, "planar"), WithinAbs(planarM2, 1e-6));

    const std::string target = folder / "用地.shp";
    const Json written =
        answer({"export", plan, "--to", target, "--layer", "parcel", "--encoding", "GBK", "--json"});
    CHECK(written["layers"][0]["written"] == 2033);
    CHECK(written["layers"][0]["verified"] == true);
    const Json verified = answer({"verify", target, "--against", plan, "--json"});
    CHECK(verified["equal"] == true);
}

TEST_CASE("roads without a name come in") {
    const std::string source = realFile("wuxi-hightech/xinwu_road_centerlines.gpkg");
    const Folder folder;
    const std::string plan = folder / "道路.sqlite";
    REQUIRE(tubanRun({"new", plan, "--crs", "EPSG:4549"}).exitCode == 0);
    CHECK(answer({"import", plan, source, "--layer", "road_project", "--json"})["new"] == 5835);
}

TEST_CASE("cadastral parcels whose registered area is off by more than 5 % are found") {
    const std::string source = realFile("parcels/cadastre-91216-parcelles.json");
    const Folder folder;
    const std::string plan = folder / "cadastre.sqlite";
    REQUIRE(tubanRun({"new", plan, "--crs", "EPSG:2154"}).exitCode == 0);
    const Json report = answer({"import", plan, source, "--layer", "parcel", "--json"});
    CHECK(report["new"] == 4241);
    CHECK(report["mapping"]["area_legal_m2"] == "contenance");
    const Json list = answer({"list",
                              plan,
                              "--layer",
                              "parcel",
                              "--where",
                              "abs(area_ellip_m2 - area_legal_m2) > 0.05 * area_legal_m2",
                              "--columns",
                              "parcel_no,area_legal_m2,area_ellip_m2",
                              "--json"});
    // Counted by OGR's GetArea() in EPSG:2154 beside the field contenance: 473.
    CHECK(list.at("features").size() == 473);
}

TEST_CASE("import, mark, undo both and redo both leave the plan as it would be without") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const Json before = answer({"list", plan, "--layer", "parcel", "--json"});
    const std::string feature = "parcel:" + before["features"][0]["uid"].get<std::string>();
    CHECK(answer({"mark", plan, "--feature", feature, "--stage", "started", "--percent", "10", "--json"})
              ["percent"] == 10);

    CHECK(answer({"undo", plan, "2", "--json"})["undone"].size() == 2);
    CHECK(answer({"list", plan, "--layer", "parcel", "--json"})["features"].empty());
    CHECK(answer({"redo", plan, "2", "--json"})["redone"].size() == 2);
    CHECK(answer({"list", plan, "--layer", "parcel", "--json"}) == before);
    const Json history = answer({"history", plan, feature, "--json"});
    CHECK(history.at("entries").size() >= 2);
}

TEST_CASE("what is exported can be imported into another plan and is the same there") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const std::string file = folder / "交换/地块.gpkg";
    std::filesystem::create_directories(folder.path() / "交换");
    REQUIRE(tubanRun({"export", plan, "--to", file, "--layer", "parcel"}).exitCode == 0);
    const std::string other = folder / "同事.sqlite";
    REQUIRE(tubanRun({"new", other}).exitCode == 0);
    CHECK(answer({"import", other, file, "--layer", "parcel", "--json"})["new"] == 4);
    const std::vector<std::string> columns{"list",
                                           plan,
                                           "--layer",
                                           "parcel",
                                           "--columns",
                                           "parcel_no,name,lu_scheme,lu_code,area_legal_m2,area_planar_m2",
                                           "--json"};
    std::vector<std::string> otherColumns = columns;
    otherColumns[1] = other;
    CHECK(answer(columns) == answer(otherColumns));
}
