#include "geo/crs/crs.h"

#include <catch2/catch_test_macros.hpp>

#include <format>

using namespace tuban;

namespace {

/// A .prj as ArcGIS writes them for China.
std::string esriWkt(std::string_view name, std::string_view datum, double falseEasting, double meridian) {
    return std::format(
        R"(PROJCS["{}",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["{}",SPHEROID["CGCS2000",6378137.0,)"
        R"(298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],)"
        R"(PARAMETER["False_Easting",{}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",{}],)"
        R"(PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])",
        name,
        datum,
        falseEasting,
        meridian);
}

constexpr std::string_view geographicWkt =
    R"(GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]])";
constexpr std::string_view utmWkt =
    R"(PROJCS["WGS_1984_UTM_Zone_49N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",111.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";

int epsgOf(std::string_view wkt) {
    const auto crs = crsFromWkt(wkt);
    return crs ? crs->epsg : -1;
}

} // namespace

TEST_CASE("crsFromText describes a Chinese system") {
    const auto crs = crsFromText("EPSG:4547");
    REQUIRE(crs);
    CHECK(crs->epsg == 4547);
    CHECK(crs->name == "CGCS2000 / 3-degree Gauss-Kruger CM 114E");
    CHECK(crs->wkt.starts_with("PROJCRS["));
    CHECK_FALSE(crs->geographic);
    CHECK(crs->chinaDatum2000);
    CHECK(crs->semiMajorM == 6378137.0);
    CHECK(crs->inverseFlattening == 298.257222101);
    CHECK(crs->code() == "EPSG:4547");
    CHECK(crsFromText(" 4547 ")->epsg == 4547);
    CHECK(crsFromText("epsg:4547")->epsg == 4547);
}

TEST_CASE("crsFromText reads PROJ strings and its own WKT") {
    const auto local =
        crsFromText("+proj=tmerc +lat_0=0 +lon_0=113.6 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m");
    REQUIRE(local);
    CHECK(local->epsg == 0);
    CHECK_FALSE(local->geographic);
    const auto again = crsFromText(local->wkt);
    REQUIRE(again);
    CHECK(again->wkt == local->wkt);
    CHECK(crsFromText("EPSG:4326")->geographic);
}

TEST_CASE("crsFromText refuses what is no horizontal system and says which text") {
    for (const auto* text : {"EPSG:99999999",
                             "foo",
                             "",
                             "EPSG:5773",
                             "EPSG:4479",
                             "+proj=nonsense",
                             "GEOGCS[",
                             "WGS 84 approximately"}) {
        CAPTURE(text);
        const auto crs = crsFromText(text);
        REQUIRE_FALSE(crs);
        CHECK(crs.error().code == ErrorCode::BadCrs);
        CHECK(crs.error().message.contains(text));
    }
}

TEST_CASE("crsFromWkt knows the names ArcGIS gives to Chinese systems") {
    CHECK(epsgOf(esriWkt("CGCS2000_3_Degree_GK_CM_114E", "D_China_2000", 500'000, 114)) == 4547);
    CHECK(epsgOf(esriWkt("CGCS2000_3_Degree_GK_Zone_38", "D_China_2000", 38'500'000, 114)) == 4526);
    CHECK(epsgOf(esriWkt("CGCS2000_GK_Zone_19", "D_China_2000", 19'500'000, 111)) == 4497);
    CHECK(epsgOf(geographicWkt) == 4490);
    CHECK(epsgOf(utmWkt) == 32649);
    CHECK(epsgOf("\xEF\xBB\xBF" + std::string(geographicWkt)) == 4490);
}

TEST_CASE("crsFromWkt knows a Chinese system by its numbers when the names are strange") {
    CHECK(epsgOf(esriWkt("zhengzhou", "D_China_2000", 500'000, 114)) == 4547);
    CHECK(epsgOf(esriWkt("user defined", "CGCS2000", 38'500'000, 114)) == 4526);
    CHECK(epsgOf(esriWkt("user defined", "D_CGCS_2000", 500'000, 114)) == 4547);
    // A city grid on its own meridian has no code.
    const auto own = crsFromWkt(esriWkt("city grid", "D_China_2000", 500'000, 113.6));
    REQUIRE(own);
    CHECK(own->epsg == 0);
    CHECK(own->chinaDatum2000);
    CHECK(own->code() == "city grid");
}

TEST_CASE("crsFromWkt looks past an attached shift") {
    CHECK(epsgOf(R"(GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563],)"
                 R"(TOWGS84[0,0,0,0,0,0,0]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]])") ==
          4326);
}

TEST_CASE("gaussKrugerEpsg and sisterEpsg follow the runs of the registry") {
    CHECK(gaussKrugerEpsg(114, false) == 4547);
    CHECK(gaussKrugerEpsg(114, true) == 4526);
    CHECK(gaussKrugerEpsg(75, false) == 4534);
    CHECK(gaussKrugerEpsg(135, true) == 4533);
    CHECK_FALSE(gaussKrugerEpsg(113, true));
    CHECK_FALSE(gaussKrugerEpsg(138, true));
    CHECK(sisterEpsg(4547) == 4526);
    CHECK(sisterEpsg(4526) == 4547);
    CHECK(sisterEpsg(4497) == 4508);
    CHECK_FALSE(sisterEpsg(4490));
}

TEST_CASE("geographicOf finds the degrees under a projection") {
    CHECK(geographicOf(*crsFromText("4547"))->epsg == 4490);
    CHECK(geographicOf(*crsFromText("32649"))->epsg == 4326);
    CHECK(geographicOf(*crsFromText("4490"))->epsg == 4490);
}

TEST_CASE("shortName is what a status bar shows") {
    CHECK(crsFromText("4547")->shortName("zh") == "CGCS2000 3°带 114E");
    CHECK(crsFromText("4547")->shortName("en") == "CGCS2000 3° CM 114E");
    CHECK(crsFromText("4526")->shortName("en") == "CGCS2000 3° zone 38");
    CHECK(crsFromText("4508")->shortName("en") == "CGCS2000 6° CM 111E");
    CHECK(crsFromText("4490")->shortName("zh") == "CGCS2000 经纬度");
    CHECK(crsFromText("3857")->shortName("en") == "WGS 84 / Pseudo-Mercator");
}
