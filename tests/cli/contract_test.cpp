// The JSON documents that others read: names of keys, types, numbers.
#include "tests/cli/program.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <sqlite3.h>

#include <fstream>
#include <map>

using namespace tuban::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

using Keys = std::vector<std::string>;

Json layerOf(const Json& info, const std::string& name) {
    for (const Json& layer : info.at("layers")) {
        if (layer.at("name") == name) {
            return layer;
        }
    }
    return {};
}

// What another program does to the plan.
void editElsewhere(const std::string& plan, const std::string& sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(plan.c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

} // namespace

TEST_CASE("info names the plan, its system, and each layer's count, extent and area") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const Json info = answer({"info", plan, "--json"});
    CHECK(missingKeys(info.at("plan"), {"path", "name", "crs", "schema_version"}) == Keys{});
    CHECK(info["plan"]["crs"] == "EPSG:4547");
    CHECK(info["plan"]["name"] == "高新区");
    CHECK(info["plan"]["schema_version"] == 1);
    CHECK(info.at("layers").size() >= 15);
    const Json parcel = layerOf(info, "parcel");
    CHECK(missingKeys(parcel, {"name", "geometry", "count", "extent", "planar_m2"}) == Keys{});
    CHECK(parcel["count"] == 4);
    CHECK(parcel["extent"] == Json({460000.0, 3853000.0, 460530.0, 3853200.0}));
    // 100x200 + 50x50 + (100x100 - 20x20) + 30x30
    CHECK_THAT(parcel["planar_m2"].get<double>(), WithinAbs(33000.0, 1e-6));
    CHECK(layerOf(info, "road_project")["count"] == 0);
    CHECK(layerOf(info, "road_project")["extent"].is_null());
}

TEST_CASE("info for people shows areas in m², mu and hectares") {
    const Folder folder;
    const Outcome info = tubanRun({"info", planWithParcels(folder)});
    CHECK(info.exitCode == 0);
    CHECK_THAT(info.out,
               ContainsSubstring("33,000.00") && ContainsSubstring("49.50") && ContainsSubstring("3.3000"));
}

TEST_CASE("import reports all that the contract names") {
    const Folder folder;
    const std::string plan = folder / "计划.sqlite";
    REQUIRE(tubanRun({"new", plan}).exitCode == 0);
    const Json report =
        answer({"import", plan, TUBAN_FIXTURES "/parcels_4547.geojson", "--layer", "parcel", "--json"});
    CHECK(missingKeys(report,
                      {"source",
                       "driver",
                       "layer",
                       "read",
                       "written",
                       "skipped",
                       "repaired",
                       "crs",
                       "mapping",
                       "encoding",
                       "new",
                       "changed_shape",
                       "changed_values",
                       "same",
                       "gone",
                       "warnings",
                       "unmatched"}) == Keys{});
    CHECK(report["read"] == 4);
    CHECK(report["written"] == 4);
    CHECK(report["new"] == 4);
    CHECK(report["crs"] == Json({{"code", "EPSG:4547"}, {"from", "file"}}));
    CHECK(report["mapping"]["parcel_no"] == "DKBH");
    CHECK(report["mapping"]["area_legal_m2"] == "DJMJ");
}

TEST_CASE("a second import of the same file finds everything the same and changes nothing") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const Json again = answer({"import",
                               plan,
                               TUBAN_FIXTURES "/parcels_4547.geojson",
                               "--layer",
                               "parcel",
                               "--match",
                               "parcel_no",
                               "--on-match",
                               "replace",
                               "--json"});
    CHECK(again["new"] == 0);
    CHECK(again["same"] == 4);
    CHECK(layerOf(answer({"info", plan, "--json"}), "parcel")["count"] == 4);
}

TEST_CASE("an import that is held back says what it would have changed, and changes nothing") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const std::string moved = folder / "moved.geojson";
    std::string text = contentOf(TUBAN_FIXTURES "/parcels_4547.geojson");
    const std::string corner = "[460100, 3853200]";
    text.replace(text.find(corner), corner.size(), "[460103, 3853200]");
    std::ofstream(moved) << text;
    const std::string before = contentOf(plan);
    const Json report = answer({"import", plan, moved, "--layer", "parcel", "--json"}, 3);
    CHECK(report["new"] == 0);
    CHECK(report["changed_shape"] == 1);
    CHECK(contentOf(plan) == before);
}

TEST_CASE("a dry run reports and leaves every byte of the plan") {
    const Folder folder;
    const std::string plan = folder / "计划.sqlite";
    REQUIRE(tubanRun({"new", plan}).exitCode == 0);
    const std::string before = contentOf(plan);
    const Json report = answer(
        {"import", plan, TUBAN_FIXTURES "/parcels_4547.geojson", "--layer", "parcel", "--dry-run", "--json"});
    CHECK(report["new"] == 4);
    CHECK(contentOf(plan) == before);
}

TEST_CASE("area sums from the shapes, by group and in all, and names its method") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const Json planar =
        answer({"area", plan, "--layer", "parcel", "--by", "lu_code", "--method", "planar", "--json"});
    CHECK(planar["layer"] == "parcel");
    CHECK(planar["method"] == "planar");
    CHECK(planar["total"]["count"] == 4);
    CHECK_THAT(planar["total"]["area_m2"].get<double>(), WithinAbs(33000.0, 1e-6));
    REQUIRE(planar["groups"].size() == 3);
    CHECK(planar["groups"][0]["key"] == "0701");
    CHECK(planar["groups"][0]["count"] == 2);
    CHECK_THAT(planar["groups"][0]["area_m2"].get<double>(), WithinAbs(20900.0, 1e-6));

    const Json ellipsoidal =
        answer({"area", plan, "--layer", "parcel", "--where", "lu_code = '0701'", "--json"});
    CHECK(ellipsoidal["method"] == "ellipsoidal");
    // At 40 km from the central meridian areas in the plane are 1 + (40/6371)² too large: 0.8 m² of 20,900.
    CHECK_THAT(ellipsoidal["total"]["area_m2"].get<double>(), WithinAbs(20900.0 - 0.82, 0.05));
}

TEST_CASE("area sums land-use codes up at a level of their tree, and the whole stays the same") {
    const Folder folder;
    const std::string plan = folder / "示范.sqlite";
    REQUIRE(tubanRun({"demo", plan, "--parcels", "400", "--seed", "5"}).exitCode == 0);
    const auto areas = [&](const std::string& level) {
        std::vector<std::string> words{"area", plan, "--layer", "parcel", "--by", "lu_code", "--json"};
        if (!level.empty()) {
            words.insert(words.end(), {"--level", level});
        }
        return answer(words);
    };
    const Json whole = areas("");
    std::map<std::string, std::pair<int, double>> wanted; // a first level of this scheme has two digits
    for (const Json& group : whole.at("groups")) {
        auto& [count, m2] = wanted[group.at("key").get<std::string>().substr(0, 2)];
        count += group.at("count").get<int>();
        m2 += group.at("area_m2").get<double>();
    }
    const Json first = areas("1");
    REQUIRE(wanted.size() > 5);
    REQUIRE(wanted.size() < whole.at("groups").size());
    REQUIRE(first.at("groups").size() == wanted.size());
    for (const Json& group : first.at("groups")) {
        const auto& [count, m2] = wanted.at(group.at("key").get<std::string>());
        CHECK(group.at("scheme") == "MNR2023");
        CHECK(group.at("count") == count);
        CHECK_THAT(group.at("area_m2").get<double>(), WithinAbs(m2, 1e-6));
    }
    CHECK(first.at("total") == whole.at("total"));
    const Outcome wrong = tubanRun({"area", plan, "--layer", "parcel", "--by", "owner", "--level", "1"});
    CHECK(wrong.exitCode == 2);
    CHECK_THAT(wrong.err, ContainsSubstring("lu_code"));
}

TEST_CASE("area follows the shapes, never the columns that repeat them for other programs") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    editElsewhere(plan, "UPDATE parcel SET area_planar_m2 = 1, area_ellip_m2 = 1");
    const Json areas = answer({"area", plan, "--layer", "parcel", "--method", "planar", "--json"});
    CHECK_THAT(areas["total"]["area_m2"].get<double>(), WithinAbs(33000.0, 1e-6));
}

TEST_CASE("list gives the features a condition holds for, values as stored") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const Json list = answer({"list",
                              plan,
                              "--layer",
                              "parcel",
                              "--where",
                              "abs(area_legal_m2 - area_planar_m2) > 0.05 * area_legal_m2",
                              "--columns",
                              "parcel_no,name,lu_code",
                              "--json"});
    CHECK(list["layer"] == "parcel");
    REQUIRE(list["features"].size() == 1);
    const Json park = list["features"][0];
    CHECK(park.size() == 4);
    CHECK(park["uid"].get<std::string>().size() == 36);
    CHECK(park["parcel_no"] == "高新-003");
    CHECK(park["name"] == "石佛游园");
    CHECK(park["lu_code"] == "1401");
}

TEST_CASE("a list of columns ends at its commas, so the plan may follow it") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const Json list = answer({"list", "--layer", "parcel", "--columns", "name,parcel_no", plan, "--json"});
    CHECK(list["features"][0].size() == 3);
}

TEST_CASE("list for people is aligned under wide characters and shows labels") {
    const Folder folder;
    const Outcome list =
        tubanRun({"list", planWithParcels(folder), "--layer", "parcel", "--columns", "name,lu_code"},
                 {"LANGUAGE=zh_CN"});
    CHECK(list.exitCode == 0);
    CHECK_THAT(list.out, ContainsSubstring("公园绿地") && ContainsSubstring("名称"));
}

TEST_CASE("export names its files, fields and losses, reads them back, and verify agrees") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const Json report = answer(
        {"export", plan, "--to", folder / "地块.shp", "--layer", "parcel", "--encoding", "GBK", "--json"});
    CHECK(missingKeys(report, {"format", "files", "layers"}) == Keys{});
    REQUIRE(report["layers"].size() == 1);
    const Json layer = report["layers"][0];
    CHECK(missingKeys(layer, {"name", "written", "names", "losses", "verified"}) == Keys{});
    CHECK(layer["written"] == 4);
    CHECK(layer["verified"] == true);
    CHECK(layer["names"]["parcel_no"] == "DKBH");
    // 𠮷 (U+20BB7) is the one character of the fixture that GBK lacks.
    REQUIRE(layer["losses"].size() == 1);
    CHECK(layer["losses"][0]["column"] == "name");
    for (const Json& file : report["files"]) {
        CHECK(std::filesystem::exists(file.get<std::string>()));
    }

    const Json equal = answer({"export", plan, "--to", folder / "地块.gpkg", "--layer", "parcel", "--json"});
    CHECK(equal["layers"][0]["losses"].empty());
    const Json verified = answer({"verify", folder / "地块.gpkg", "--against", plan, "--json"});
    CHECK(verified["equal"] == true);
    CHECK(verified["layers"][0]["count"] == Json({4, 4}));
    CHECK(missingKeys(verified["layers"][0], {"name", "count", "area_m2", "differences"}) == Keys{});
}

TEST_CASE("verify ends with 1 and names the difference when the plan has moved on") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    REQUIRE(tubanRun({"export", plan, "--to", folder / "地块.gpkg", "--layer", "parcel"}).exitCode == 0);
    editElsewhere(plan, "UPDATE parcel SET name = '实验小学' WHERE parcel_no = '高新-002'");
    const Json verified = answer({"verify", folder / "地块.gpkg", "--against", plan, "--json"}, 1);
    CHECK(verified["equal"] == false);
    const Json layer = verified["layers"][0];
    CHECK(layer["count"] == Json({4, 4}));
    REQUIRE(layer["differences"].size() == 1);
    CHECK(missingKeys(layer["differences"][0], {"feature", "column", "plan", "file"}) == Keys{});
    CHECK(layer["differences"][0]["column"] == "name");
    CHECK(layer["differences"][0]["plan"] == "实验小学");
    CHECK(layer["differences"][0]["file"] == "枫杨街道小学");
}

TEST_CASE("copy makes a whole plan of its own, and refuses to write over one") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const std::string copy = folder / "副本.sqlite";
    CHECK(answer({"copy", plan, copy, "--json"})["copy"] == copy);
    CHECK(layerOf(answer({"info", copy, "--json"}), "parcel")["count"] == 4);
    CHECK(tubanRun({"copy", plan, copy}).exitCode == 3);
}

TEST_CASE("demo is the same for the same seed and another for another") {
    const Folder folder;
    for (const auto& [name, seed] : std::vector<std::pair<std::string, std::string>>{
             {"甲.sqlite", "7"}, {"乙.sqlite", "7"}, {"丙.sqlite", "8"}}) {
        const Json made = answer({"demo", folder / name, "--parcels", "60", "--seed", seed, "--json"});
        CHECK(layerOf(made, "parcel")["count"].get<int>() > 0);
    }
    const auto parcels = [&](const std::string& name) {
        return answer({"list", folder / name, "--layer", "parcel", "--json"})["features"];
    };
    CHECK(parcels("甲.sqlite") == parcels("乙.sqlite"));
    CHECK(parcels("甲.sqlite") != parcels("丙.sqlite"));
}

TEST_CASE("undo and redo walk through the journal and say where it ends") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const auto count = [&] {
        return layerOf(answer({"info", plan, "--json"}), "parcel")["count"].get<int>();
    };
    CHECK(answer({"undo", plan, "--json"}).at("undone").size() == 1);
    CHECK(count() == 0);
    const Outcome nothing = tubanRun({"undo", plan});
    CHECK(nothing.exitCode == 3);
    CHECK_FALSE(nothing.err.empty());
    const Outcome more = tubanRun({"redo", plan, "5", "--json"});
    CHECK(more.exitCode == 0);
    CHECK(more.json().at("redone").size() == 1);
    CHECK_THAT(more.err, ContainsSubstring("1 of 5"));
    CHECK(count() == 4);
}
