// Share of a layer within the service radius of sites, and where to put new ones.
#include "tests/cli/program.h"
#include "tests/cli/spatialite.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <format>
#include <fstream>

using namespace tuban::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

std::string squareAt(double x, double y, double side) {
    return std::format("[[[{0},{1}],[{2},{1}],[{2},{3}],[{0},{3}],[{0},{1}]]]", x, y, x + side, y + side);
}

void import(const Folder& folder,
            const std::string& plan,
            const std::string& layer,
            const std::string& features) {
    const std::string file = folder / (layer + ".geojson");
    std::ofstream(file)
        << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4547"}},"features":[)"
        << features << "]}";
    const Outcome outcome = tubanRun({"import", plan, file, "--layer", layer});
    INFO(outcome.err);
    REQUIRE(outcome.exitCode == 0);
}

std::string feature(const std::string& properties, const std::string& rings) {
    return std::format(
        R"({{"type":"Feature","properties":{{{}}},"geometry":{{"type":"Polygon","coordinates":{}}}}})",
        properties,
        rings);
}

/// Two homes 100 m and 1,000 m east of an open park of 1 ha; a planned park beside the far home, and one that
/// is open but not to the public beside it as well.
std::string parksAndHomes(const Folder& folder) {
    std::string plan = folder / "公园.sqlite";
    REQUIRE(tubanRun({"new", plan, "--crs", "EPSG:4547"}).exitCode == 0);
    import(
        folder,
        plan,
        "park_site",
        feature(R"("name":"东苑","stage":"open","open_to_public":1)", squareAt(460000, 3853000, 100)) + "," +
            feature(R"("name":"西苑","stage":"planned","open_to_public":1)", squareAt(461200, 3853000, 100)) +
            "," +
            feature(R"("name":"内院","stage":"open","open_to_public":0)", squareAt(461200, 3853200, 100)));
    import(folder,
           plan,
           "parcel",
           feature(R"("parcel_no":"A","name":"近","lu_code":"070102","households":100)",
                   squareAt(460200, 3853000, 50)) +
               "," +
               feature(R"("parcel_no":"B","name":"远","lu_code":"070102","households":300)",
                       squareAt(461100, 3853000, 50)) +
               "," +
               feature(R"("parcel_no":"C","name":"厂","lu_code":"100101")", squareAt(461100, 3853100, 50)));
    return plan;
}

std::vector<std::string> question(const std::string& plan, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{"coverage",
                                       plan,
                                       "--of",
                                       "park_site",
                                       "--over",
                                       "parcel",
                                       "--where",
                                       "lu_code like '0701%'",
                                       "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

} // namespace

TEST_CASE("coverage counts open public parks by the check-up's rule and says so") {
    const Folder folder;
    const Json document = answer(question(parksAndHomes(folder)));
    CHECK(document.at("of") == "park_site");
    CHECK(document.at("over") == "parcel");
    CHECK(document.at("method") == "ellipsoidal");
    CHECK(document.at("sites") == 1);
    REQUIRE(document.at("rule").size() == 2);
    CHECK(document["rule"][0]["min_m2"] == 5000);
    CHECK(document["rule"][0]["radius_m"] == 500);
    CHECK(document["rule"][1]["min_m2"] == 2000);
    CHECK(document["rule"][1]["radius_m"] == 300);
    CHECK_THAT(document["rule"][0]["sites"].get<std::string>(), ContainsSubstring("open_to_public"));
    CHECK_THAT(document.at("ratio").get<double>(), WithinAbs(0.5, 1e-6));
    CHECK_THAT(document.at("demand_m2").get<double>(), WithinRel(5000, 1e-4));
    CHECK_FALSE(document.contains("ratio_planned"));
    REQUIRE(document.at("demand").size() == 2);
    const Json& far = document["demand"][0]; // most unserved households first
    CHECK(far.at("name") == "远");
    CHECK(far.at("served_m2") == 0);
    CHECK(far.at("ratio") == 0);
    CHECK(far.at("households") == 300);
    CHECK(far.at("nearest_name") == "东苑");
    CHECK_THAT(far.at("nearest_m").get<double>(), WithinAbs(1000, 1e-6));
    CHECK(document["demand"][1].at("ratio") == 1);
    CHECK_THAT(document.at("ratio_households").get<double>(), WithinAbs(0.25, 1e-9));
    REQUIRE(document.at("gaps").size() == 1);
    CHECK(document["gaps"][0].at("name") == "远");
    CHECK_THAT(document["gaps"][0].at("area_m2").get<double>(), WithinRel(2500, 1e-4));
    CHECK(document["gaps"][0].at("centre").size() == 2);
}

TEST_CASE("coverage with planned parks, other sites, another radius, a site to try") {
    const Folder folder;
    const std::string plan = parksAndHomes(folder);
    const Json planned = answer(question(plan, {"--planned"}));
    CHECK_THAT(planned.at("ratio").get<double>(), WithinAbs(0.5, 1e-6));
    CHECK(planned.at("ratio_planned") == 1);
    CHECK(answer(question(plan, {"--sites-where", "name = '内院'"})).at("demand")[0].at("name") == "近");
    CHECK(answer(question(plan, {"--radius", "1051"})).at("ratio") == 1);
    CHECK(answer(question(plan, {"--radius", "99"})).at("ratio") == 0);
    const Json half = answer(question(plan, {"--radius", "125", "--method", "planar"}));
    CHECK_THAT(half.at("served_m2").get<double>(), WithinAbs(25 * 50, 1e-6));
    const Json tried = answer(question(plan, {"--add", "113.5731,34.8050:6000"}));
    CHECK(tried.at("sites") == 2);
    CHECK(tried.at("ratio_before").get<double>() <= tried.at("ratio").get<double>());
}

TEST_CASE("coverage in the plane agrees with SpatiaLite's buffers") {
    const Folder folder;
    const std::string plan = folder / "示范.sqlite";
    REQUIRE(tubanRun({"demo", plan, "--parcels", "400", "--seed", "5"}).exitCode == 0);
    const Json document = answer(question(plan, {"--radius", "300", "--method", "planar"}));
    const auto rows = spatialite(
        plan,
        "WITH served AS (SELECT ST_Union(ST_Buffer(geom, 300, 64)) AS g FROM park_site WHERE open_to_public "
        "= 1 AND "
        "(stage IN ('open', 'existing') OR stage IS NULL)) "
        "SELECT sum(ST_Area(p.geom)), sum(ST_Area(ST_Intersection(p.geom, served.g))) FROM parcel p, served "
        "WHERE p.lu_code LIKE '0701%'");
    REQUIRE(rows.size() == 1);
    CHECK_THAT(document.at("demand_m2").get<double>(), WithinRel(std::stod(rows[0][0]), 1e-9));
    CHECK_THAT(document.at("served_m2").get<double>(), WithinRel(std::stod(rows[0][1]), 1e-9));
    double bareM2 = 0;
    for (const Json& gap : document.at("gaps")) {
        bareM2 += gap.at("area_m2").get<double>();
    }
    CHECK_THAT(document.at("served_m2").get<double>() + bareM2,
               WithinRel(document.at("demand_m2").get<double>(), 1e-6));
}

TEST_CASE("coverage writes what no park serves as GeoJSON with what lies there") {
    const Folder folder;
    const std::string plan = parksAndHomes(folder);
    const std::string file = folder / "盲区.geojson";
    static_cast<void>(answer(question(plan, {"--gaps", file})));
    const Json gaps = Json::parse(contentOf(file));
    REQUIRE(gaps.at("features").size() == 1);
    CHECK(gaps["features"][0]["properties"]["name"] == "远");
    CHECK(gaps["features"][0]["geometry"]["type"] == "MultiPolygon");
    CHECK(gaps["features"][0]["geometry"]["coordinates"][0][0][0][0].get<double>() > 113);
    const Outcome other =
        tubanRun({"coverage", plan, "--of", "park_site", "--over", "parcel", "--gaps", folder / "a.shp"});
    CHECK(other.exitCode == 2);
    CHECK_THAT(other.err, ContainsSubstring(".geojson"));
}

TEST_CASE("coverage says what is wrong with its question") {
    const Folder folder;
    const std::string plan = parksAndHomes(folder);
    const auto complaint = [&](const std::vector<std::string>& more, int exitCode = 2) {
        const Outcome outcome = tubanRun(question(plan, more));
        CHECK(outcome.exitCode == exitCode);
        return outcome.err;
    };
    CHECK_THAT(complaint({"--preset", "check2021"}), ContainsSubstring("check2022"));
    CHECK_THAT(complaint({"--sites-where", "stag = 'open'"}), ContainsSubstring("stage"));
    CHECK_THAT(complaint({"--add", "113.5,34.8:100"}), ContainsSubstring("serves nothing"));
    CHECK_THAT(complaint({"--add", "34.8;113.5"}), ContainsSubstring("--add"));
    CHECK_THAT(complaint({"--sites-where", "name = 'none'"}, 0), ContainsSubstring("no site"));
}

TEST_CASE("site puts the next park where it serves most, and its gains add up to the new share") {
    const Folder folder;
    const std::string plan = parksAndHomes(folder);
    const Json document = answer({"site",
                                  plan,
                                  "--of",
                                  "park_site",
                                  "--count",
                                  "2",
                                  "--radius",
                                  "300",
                                  "--over",
                                  "parcel",
                                  "--where",
                                  "lu_code like '0701%'",
                                  "--json"});
    REQUIRE(document.at("picked").size() == 1); // one site serves what is left
    CHECK(document["picked"][0].at("at").size() == 2);
    CHECK_THAT(document["picked"][0].at("gain_m2").get<double>(), WithinRel(2500, 1e-4));
    const double before = document.at("ratio_before").get<double>();
    const double after = document.at("ratio_after").get<double>();
    CHECK_THAT(before, WithinAbs(0.5, 1e-6));
    CHECK_THAT(after, WithinAbs(1, 1e-9));
}
