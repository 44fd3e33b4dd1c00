// Areas of a layer inside zones, beside SpatiaLite's SQL on the same file.
#include "tests/cli/program.h"
#include "tests/cli/spatialite.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <filesystem>
#include <format>
#include <fstream>
#include <map>

using namespace tuban::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

std::string demoPlan(const Folder& folder) {
    std::string plan = folder / "示范.sqlite";
    REQUIRE(tubanRun({"demo", plan, "--parcels", "400", "--seed", "5"}).exitCode == 0);
    return plan;
}

double sumOf(const Json& groups) {
    double sum = 0;
    for (const Json& group : groups) {
        sum += group.at("area_m2").get<double>();
    }
    return sum;
}

void checkClosed(const Json& zones) {
    for (const Json& zone : zones) {
        INFO(zone.at("name"));
        const double closed =
            sumOf(zone.at("groups")) + zone.at("none_m2").get<double>() - zone.at("double_m2").get<double>();
        CHECK_THAT(closed, WithinRel(zone.at("area_m2").get<double>(), 1e-9));
    }
}

/// zone → key → m², by SpatiaLite's ST_Intersection, plus "none" and "double" from its ST_Union.
std::map<std::string, std::map<std::string, double>>
bySql(const std::string& plan, const std::string& layer, const std::string& column) {
    std::map<std::string, std::map<std::string, double>> areas;
    const std::string parts =
        std::format("FROM renewal_zone z JOIN {} p ON ST_Intersects(p.geom, z.geom) GROUP BY 1", layer);
    for (const auto& row : spatialite(
             plan,
             std::format(
                 "SELECT z.uid, coalesce(p.{}, ''), sum(ST_Area(ST_Intersection(p.geom, z.geom))) {}, 2",
                 column,
                 parts))) {
        areas[row[0]][row[1]] = row[2].empty() ? 0 : std::stod(row[2]);
    }
    for (const auto& row :
         spatialite(plan,
                    "SELECT z.uid, ST_Area(z.geom) - ST_Area(ST_Union(ST_Intersection(p.geom, z.geom))), "
                    "sum(ST_Area(ST_Intersection(p.geom, z.geom))) - "
                    "ST_Area(ST_Union(ST_Intersection(p.geom, z.geom))) " +
                        parts)) {
        areas[row[0]]["none"] = std::stod(row[1]);
        areas[row[0]]["double"] = std::stod(row[2]);
    }
    return areas;
}

void compareWithSql(const std::string& plan, const std::string& layer, const std::string& column) {
    const auto expected = bySql(plan, layer, column);
    const Json document = answer({"overlay",
                                  plan,
                                  "--of",
                                  layer,
                                  "--by",
                                  column,
                                  "--within",
                                  "renewal_zone",
                                  "--method",
                                  "planar",
                                  "--json"});
    std::size_t found = 0;
    for (const Json& zone : document.at("zones")) {
        const auto uid = zone.at("uid").get<std::string>();
        const double tolerance = 1e-9 * zone.at("area_m2").get<double>();
        if (!expected.contains(uid)) {
            continue;
        }
        ++found;
        const auto& areas = expected.at(uid);
        for (const Json& group : zone.at("groups")) {
            const std::string key = group.at("key").is_null() ? "" : group.at("key").get<std::string>();
            INFO(uid << ' ' << key);
            REQUIRE(areas.contains(key));
            CHECK_THAT(group.at("area_m2").get<double>(), WithinAbs(areas.at(key), tolerance));
        }
        CHECK_THAT(zone.at("none_m2").get<double>(), WithinAbs(areas.at("none"), tolerance));
        CHECK_THAT(zone.at("double_m2").get<double>(), WithinAbs(areas.at("double"), tolerance));
    }
    CHECK(found == expected.size());
}

/// Three zones around the middle of the district, the third half on the second.
void addZones(const Folder& folder, const std::string& plan, const Json& extent) {
    const double x = (extent[0].get<double>() + extent[2].get<double>()) / 2;
    const double y = (extent[1].get<double>() + extent[3].get<double>()) / 2;
    const std::string file = folder / "zones.geojson";
    std::ofstream out(file);
    out << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}},"features":[)";
    for (int i = 0; i < 3; ++i) {
        const double west = x + 900.25 * i;
        out << std::format(
            R"({}{{"type":"Feature","properties":{{"name":"Z{}"}},"geometry":{{"type":"Polygon","coordinates":[[[{},{}],[{},{}],[{},{}],[{},{}],[{},{}]]]}}}})",
            i == 0 ? "" : ",",
            i + 1,
            west,
            y - 800,
            west + 1500,
            y - 700,
            west + 1300,
            y + 900,
            west - 300,
            y + 400,
            west,
            y - 800);
    }
    out << "]}";
    out.close();
    REQUIRE(tubanRun({"import", plan, file, "--layer", "renewal_zone"}).exitCode == 0);
}

} // namespace

TEST_CASE("overlay closes in every zone and names its method") {
    const Folder folder;
    const std::string plan = demoPlan(folder);
    const Json document =
        answer({"overlay", plan, "--of", "parcel", "--by", "lu_code", "--within", "renewal_zone", "--json"});
    CHECK(document.at("of") == "parcel");
    CHECK(document.at("by") == "lu_code");
    CHECK(document.at("within") == "renewal_zone");
    CHECK(document.at("method") == "ellipsoidal");
    REQUIRE(!document.at("zones").empty());
    CHECK(missingKeys(document["zones"][0], {"uid", "name", "area_m2", "groups", "none_m2", "double_m2"})
              .empty());
    CHECK(missingKeys(document["zones"][0]["groups"][0], {"key", "count", "area_m2"}).empty());
    checkClosed(document["zones"]);
}

TEST_CASE("overlay in the plane agrees with SpatiaLite to 1e-9 of each zone") {
    const Folder folder;
    compareWithSql(demoPlan(folder), "parcel", "lu_code");
}

TEST_CASE("overlay of a real district's land use agrees with SpatiaLite and closes") {
    const std::string source = TUBAN_SHARED_DATA "/wuxi-hightech/xinwu_land_use.gpkg";
    if (!std::filesystem::exists(source)) {
        SKIP("wuxi-hightech is not there");
    }
    const Folder folder;
    const std::string plan = folder / "新吴.sqlite";
    REQUIRE(tubanRun({"new", plan, "--crs", "EPSG:4549"}).exitCode == 0);
    REQUIRE(tubanRun({"import", plan, source, "--layer", "survey_patch", "--map", "lu_raw=Class"}).exitCode ==
            0);
    const Json info = answer({"info", plan, "--json"});
    for (const Json& layer : info.at("layers")) {
        if (layer.at("name") == "survey_patch") {
            CHECK(layer.at("count") == 2033);
            addZones(folder, plan, layer.at("extent"));
        }
    }
    compareWithSql(plan, "survey_patch", "lu_raw");
    checkClosed(
        answer(
            {"overlay", plan, "--of", "survey_patch", "--by", "lu_raw", "--within", "renewal_zone", "--json"})
            .at("zones"));
}

TEST_CASE("overlay says what is wrong with its layers and columns") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const auto complaint = [&](const std::string& of, const std::string& by, const std::string& within) {
        const Outcome outcome = tubanRun({"overlay", plan, "--of", of, "--by", by, "--within", within});
        CHECK(outcome.exitCode == 2);
        return outcome.err;
    };
    CHECK_THAT(complaint("parcels", "lu_code", "renewal_zone"),
               ContainsSubstring("--of") && ContainsSubstring("parcel"));
    CHECK_THAT(complaint("road_project", "grade", "renewal_zone"), ContainsSubstring("holds no areas"));
    CHECK_THAT(complaint("parcel", "lu_cod", "renewal_zone"), ContainsSubstring("lu_cod"));
}

TEST_CASE("overlay for people names the groups in mu and hectares") {
    const Folder folder;
    const Outcome table = tubanRun(
        {"overlay", demoPlan(folder), "--of", "parcel", "--by", "lu_code", "--within", "renewal_zone"});
    CHECK(table.exitCode == 0);
    CHECK_THAT(table.out,
               ContainsSubstring("none") && ContainsSubstring("double") && ContainsSubstring("ha"));
}
