#include "exchange_fixture.h"
#include "geo/exchange/csv_table.h"
#include "geo/measure/area.h"
#include "geo/plan/journal.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <format>

using namespace tuban;
using namespace tuban::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

namespace fs = std::filesystem;

constexpr double east = 458'825;
constexpr double north = 3'853'606;

/// A plan with parcels of the properties given.
Plan planWith(const Folder& folder, const std::vector<std::string>& properties) {
    auto plan = newPlan(folder);
    std::vector<std::string> features;
    for (std::size_t i = 0; i < properties.size(); ++i) {
        features.push_back(feature(properties[i], squareAt(east + 200 * static_cast<double>(i), north, 100)));
    }
    writeFile(folder / "in.geojson", featureCollection(features));
    (void)imported(plan, folder / "in.geojson", "parcel");
    fs::remove(folder / "in.geojson");
    return plan;
}

ExportOptions shapefile(const std::string& encoding = "UTF-8") {
    ExportOptions options;
    options.layers = {"parcel"};
    options.encoding = encoding;
    return options;
}

std::string cell(const OgrTable& table, std::size_t row, const std::string& field) {
    const auto found = std::ranges::find(table.fields, field);
    INFO("field " << field);
    REQUIRE(found != table.fields.end());
    return table.rows.at(row).at(static_cast<std::size_t>(found - table.fields.begin()));
}

Error exportError(const Plan& plan, const std::string& target, ExportOptions options) {
    options.target = target;
    const auto report = exportLayers(plan, options);
    REQUIRE_FALSE(report);
    return report.error();
}

std::vector<std::string> filesIn(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

} // namespace

TEST_CASE("a shapefile has every part, in the encoding asked for, and a table of its field names") {
    const Folder folder;
    auto plan = planWith(
        folder,
        {R"("DKBH":"A-1","DKMC":"机械所二期","阶段":"在建","低效用地":"是","成交日期":"2024-08-01")"});
    const auto report = exported(plan, folder / "out/地块.shp", shapefile("GBK"));
    CHECK(report.format == "shp");
    CHECK(report.layers.at(0).verified);
    CHECK(
        filesIn(folder / "out") ==
        std::vector<std::string>{"地块.cpg", "地块.dbf", "地块.prj", "地块.shp", "地块.shx", "字段对照.csv"});
    CHECK(report.files.size() == 6);
    CHECK(readFile(folder / "out/地块.cpg") == "GBK");
    CHECK(readFile(folder / "out/地块.dbf")[29] == 0x4D);
    CHECK(readFile(folder / "out/地块.prj").find("CGCS2000_3_Degree_GK_CM_114E") != std::string::npos);
    const auto table = readWithOgr(folder / "out/地块.shp");
    CHECK(cell(table, 0, "DKMC") == "机械所二期");
    CHECK(cell(table, 0, "JD") == "在建");
    CHECK(cell(table, 0, "DXYD") == "是");
    CHECK(cell(table, 0, "CJRQ") == "2024/08/01");
    const auto sidecar = readCsv(folder / "out/字段对照.csv", "UTF-8");
    REQUIRE(sidecar);
    CHECK(sidecar->heading.at(1) == "字段");
    CHECK(std::ranges::any_of(sidecar->rows,
                              [](const auto& row) { return row[1] == "DKMC" && row[3] == "名称"; }));
}

TEST_CASE("readers that know only the language byte, and those that know only the .cpg, read GBK right") {
    const Folder folder;
    auto plan = planWith(folder, {R"("DKBH":"A-1","DKMC":"閃耀")"});
    (void)exported(plan, folder / "a.shp", shapefile("GBK"));
    CHECK(cell(readWithOgr(folder / "a.shp"), 0, "DKMC") == "閃耀");
    fs::rename(folder / "a.cpg", folder / "kept.cpg");
    CHECK(cell(readWithOgr(folder / "a.shp"), 0, "DKMC") == "閃耀");
    fs::rename(folder / "kept.cpg", folder / "a.cpg");
    setLanguageByte(folder / "a.dbf", 0);
    CHECK(cell(readWithOgr(folder / "a.shp"), 0, "DKMC") == "閃耀");
}

TEST_CASE("characters that GBK lacks are listed; GB18030 and UTF-8 keep them") {
    const Folder folder;
    auto plan = planWith(folder, {R"("DKBH":"A-1","DKMC":"𠮷䶮测试")"});
    const auto lossy = exported(plan, folder / "gbk.shp", shapefile("GBK"));
    REQUIRE(lossy.layers.at(0).losses.size() == 2);
    CHECK(lossy.layers[0].losses[0].column == "name");
    CHECK(lossy.layers[0].losses[0].what.find("U+20BB7") != std::string::npos);
    CHECK(cell(readWithOgr(folder / "gbk.shp"), 0, "DKMC") == "??测试");
    for (const std::string encoding : {"GB18030", "UTF-8"}) {
        const auto whole = exported(plan, folder / (encoding + ".shp"), shapefile(encoding));
        CHECK(whole.layers.at(0).losses.empty());
        CHECK(cell(readWithOgr(folder / (encoding + ".shp")), 0, "DKMC") == "𠮷䶮测试");
    }
}

TEST_CASE("text beyond 254 bytes is cut between characters and listed") {
    const Folder folder;
    std::string remark;
    for (int i = 0; i < 120; ++i) {
        remark += "备";
    }
    auto plan = planWith(folder, {R"("DKBH":"A-1","备注":")" + remark + '"'});
    // 120 characters: 240 bytes in GBK, 360 in UTF-8
    CHECK(exported(plan, folder / "gbk.shp", shapefile("GBK")).layers.at(0).losses.empty());
    const auto cut = exported(plan, folder / "utf8.shp", shapefile());
    REQUIRE(cut.layers.at(0).losses.size() == 1);
    CHECK(cut.layers[0].losses[0].what == "cut from 360 to 252 bytes");
    CHECK(cell(readWithOgr(folder / "utf8.shp"), 0, "BZ") == remark.substr(0, 252));
    const auto verified = verifyExport(plan, folder / "utf8.shp");
    REQUIRE(verified);
    CHECK_FALSE(verified->equal);
    CHECK(verified->layers.at(0).differences.at(0).column == "note");
}

TEST_CASE("numbers keep their digits") {
    const Folder folder;
    auto plan = planWith(
        folder, {R"("DKBH":"A-1","面积":1234.56,"容积率":2.35)", R"("DKBH":"A-2","面积":0.1,"容积率":0)"});
    (void)exported(plan, folder / "a.shp", shapefile());
    const auto table = readWithOgr(folder / "a.shp");
    CHECK(cell(table, 0, "DJMJ") == "1234.56");
    CHECK(cell(table, 0, "RJL") == "2.35");
    CHECK(cell(table, 1, "DJMJ") == "0.10");
}

TEST_CASE("an instant in a date column stays whole, as text") {
    const Folder folder;
    auto plan = planWith(folder, {R"("DKBH":"A-1")"});
    const auto uid = featuresOf(plan, "parcel").at(0).uid;
    {
        auto act = Act::begin(plan, {"edit", "e", "test", "parcel"});
        REQUIRE(act);
        auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
        REQUIRE(writer);
        REQUIRE(writer->update({uid, {"deal_date"}, {Value(std::string("2024-08-01T10:20:30"))}, {}, {}}));
        REQUIRE(act->commit());
    }
    (void)exported(plan, folder / "a.shp", shapefile());
    CHECK(cell(readWithOgr(folder / "a.shp"), 0, "CJRQ") == "2024-08-01T10:20:30");
}

TEST_CASE("Chinese field names are cut between characters and stay unique") {
    const Folder folder;
    auto plan = planWith(folder, {R"("DKBH":"A-1")"});
    for (const std::string encoding : {"UTF-8", "GBK"}) {
        auto options = shapefile(encoding);
        options.names = FieldNames::Chinese;
        (void)exported(plan, folder / (encoding + ".shp"), options);
        const auto table = readWithOgr(folder / (encoding + ".shp"));
        CHECK(cell(table, 0, encoding == "GBK" ? "地块编号" : "地块编") == "A-1");
    }
}

TEST_CASE("the sister with the zone in its eastings, and degrees, are a matter of the option") {
    const Folder folder;
    auto plan = planWith(folder, {R"("DKBH":"A-1")"});
    auto options = shapefile();
    options.crs = "EPSG:4526";
    (void)exported(plan, folder / "zone.shp", options);
    CHECK(readWithOgr(folder / "zone.shp").epsg == 4526);
    CHECK(readFile(folder / "zone.prj").find("GK_Zone_38") != std::string::npos);
    const auto verified = verifyExport(plan, folder / "zone.shp");
    REQUIRE(verified);
    CHECK(verified->equal);
    ExportOptions json;
    json.layers = {"parcel"};
    json.format = ExportFormat::GeoJson;
    (void)exported(plan, folder / "a.geojson", json);
    CHECK(readFile(folder / "a.geojson").find("113.5") != std::string::npos);
    CHECK(verifyExport(plan, folder / "a.geojson")->equal);
    options.crs = "EPSG:2435"; // Beijing 54
    CHECK(exportError(plan, folder / "old.shp", options).code == ErrorCode::BadCrs);
}

TEST_CASE("labels or codes, in either language") {
    const Folder folder;
    auto plan = planWith(folder, {R"("DKBH":"A-1","阶段":"在建","用地性质":"0701")"});
    auto options = shapefile();
    options.language = "en";
    (void)exported(plan, folder / "en.shp", options);
    CHECK(cell(readWithOgr(folder / "en.shp"), 0, "JD") == "Building");
    options.values = CellValues::Code;
    (void)exported(plan, folder / "code.shp", options);
    CHECK(cell(readWithOgr(folder / "code.shp"), 0, "JD") == "building");
    CHECK(cell(readWithOgr(folder / "code.shp"), 0, "YDXZ") == "0701");
}

TEST_CASE("second geometries go to a file of their own") {
    const Folder folder;
    auto plan = newPlan(folder);
    writeFile(folder / "p.geojson",
              featureCollection({feature(R"("名称":"电厂路停车场")", squareAt(east, north, 60))}));
    (void)imported(plan, folder / "p.geojson", "parking_site");
    ExportOptions options;
    options.names = FieldNames::Chinese;
    options.encoding = "GBK";
    const auto report = exported(plan, folder / "out", options);
    REQUIRE(report.layers.size() == 2);
    const auto names = filesIn(folder / "out");
    CHECK(std::ranges::contains(names, report.layers[0].name + ".shp"));
    CHECK(report.layers[1].name == report.layers[0].name + "_面");
    CHECK_THAT(readWithOgr(folder / "out/" + report.layers[1].name + ".shp").area, WithinAbs(3'600, 1e-6));
    const auto verified = verifyExport(plan, folder / "out");
    INFO((verified ? "" : verified.error().message));
    REQUIRE(verified);
    CHECK(verified->equal);
    CHECK(verified->layers.size() == 2);
}

TEST_CASE("a condition and a boundary choose features, and the comparison remembers them") {
    const Folder folder;
    auto plan = planWith(folder, {R"("DKBH":"A-1")", R"("DKBH":"A-2")", R"("DKBH":"A-3")"});
    writeFile(folder / "unit.geojson",
              featureCollection({feature(R"("名称":"片区")", squareAt(east - 10, north - 10, 330))}));
    (void)imported(plan, folder / "unit.geojson", "area_unit");
    auto options = shapefile();
    options.where = "parcel_no = 'A-3'";
    CHECK(exported(plan, folder / "where.shp", options).layers.at(0).written == 1);
    CHECK(verifyExport(plan, folder / "where.shp")->equal);
    options.where = {};
    options.within = FeatureRef{"area_unit", featuresOf(plan, "area_unit").at(0).uid};
    CHECK(exported(plan, folder / "within.shp", options).layers.at(0).written == 2);
    CHECK(verifyExport(plan, folder / "within.shp")->equal);
    options.within = {};
    options.layers = {};
    options.where = "name = 'x'";
    CHECK(exportError(plan, folder / "two", options).code == ErrorCode::Usage);
}

TEST_CASE("an export may be written over itself, but not over the plan or a file of another kind") {
    const Folder folder;
    auto plan = planWith(folder, {R"("DKBH":"A-1")"});
    (void)exported(plan, folder / "a.shp", shapefile());
    writeFile(folder / "a.qix", "stale");
    (void)exported(plan, folder / "a.shp", shapefile());
    CHECK_FALSE(fs::exists(folder / "a.qix"));
    writeFile(folder / "b.shp", "a letter");
    CHECK(exportError(plan, folder / "b.shp", shapefile()).code == ErrorCode::Unwritable);
    CHECK(readFile(folder / "b.shp") == "a letter");
    fs::create_hard_link(folder / "plan.sqlite", folder / "plan.gpkg");
    ExportOptions package;
    package.format = ExportFormat::GeoPackage;
    CHECK(exportError(plan, folder / "plan.gpkg", package).code == ErrorCode::Unwritable);
    CHECK(exportError(plan, folder / "plan.sqlite", package).code == ErrorCode::Usage);
    auto other = newPlan(folder, "EPSG:4547", "other.gpkg");
    CHECK(exportError(plan, folder / "other.gpkg", package).code == ErrorCode::Unwritable);
}

TEST_CASE("a stopped or failed export leaves nothing behind") {
    const Folder folder;
    auto plan = planWith(folder, {R"("DKBH":"A-1")"});
    const auto before = filesIn(folder.path());
    std::stop_source stop;
    stop.request_stop();
    auto options = shapefile();
    options.target = folder / "a.shp";
    const auto report = exportLayers(plan, options, {{}, stop.get_token()});
    REQUIRE_FALSE(report);
    CHECK(report.error().code == ErrorCode::Cancelled);
    options.where = "nonsense = 1";
    CHECK(exportError(plan, folder / "a.shp", options).code == ErrorCode::Usage);
    CHECK(filesIn(folder.path()) == before);
    CHECK(exportError(plan, "/proc/none/a.shp", shapefile()).code == ErrorCode::Unwritable);
}

TEST_CASE("what a killed export left goes with the next one") {
    const Folder folder;
    auto plan = planWith(folder, {R"("DKBH":"A-1")"});
    fs::create_directories(folder / "out/.tuban-export-999999999-left");
    writeFile(folder / "out/.tuban-export-999999999-left/a.shp", "x");
    fs::create_directories(folder / "out/.tuban-export-1-alive"); // process 1 is there
    (void)exported(plan, folder / "out/a.shp", shapefile());
    const auto names = filesIn(folder / "out");
    CHECK_FALSE(std::ranges::contains(names, ".tuban-export-999999999-left"));
    CHECK(std::ranges::contains(names, ".tuban-export-1-alive"));
}

TEST_CASE("a GeoPackage holds every layer, and CSV is for spreadsheets") {
    const Folder folder;
    auto plan = planWith(folder, {R"("DKBH":"=1+1","DKMC":"a,\"b\"")"});
    writeFile(folder / "r.geojson",
              featureCollection(
                  {feature(R"("名称":"科学大道")",
                           R"({"type":"LineString","coordinates":[[458825,3853606],[458925,3853706]]})")}));
    (void)imported(plan, folder / "r.geojson", "road_project");
    ExportOptions options;
    options.format = ExportFormat::GeoPackage;
    const auto report = exported(plan, folder / "all.gpkg", options);
    CHECK(report.layers.size() == 2);
    CHECK(report.files.size() == 1);
    CHECK_THAT(readWithOgr(folder / "all.gpkg", "road_project").length,
               WithinRel(std::sqrt(2.0) * 100, 1e-9));
    CHECK(verifyExport(plan, folder / "all.gpkg")->equal);

    options = shapefile();
    options.format = ExportFormat::Csv;
    (void)exported(plan, folder / "a.csv", options);
    const auto table = readCsv(folder / "a.csv", "UTF-8");
    REQUIRE(table);
    CHECK(table->rows.at(0).at(1) == "'=1+1");
    CHECK(table->rows.at(0).at(2) == "a,\"b\"");
    CHECK(table->heading.back() == "E");
    const auto verified = verifyExport(plan, folder / "a.csv");
    INFO((verified ? "" : verified.error().message));
    REQUIRE(verified);
    CHECK(verified->equal);
}

TEST_CASE("a later edit of the plan shows in the comparison") {
    const Folder folder;
    auto plan = planWith(folder, {R"("DKBH":"A-1")", R"("DKBH":"A-2")"});
    (void)exported(plan, folder / "a.shp", shapefile());
    const auto parcels = featuresOf(plan, "parcel");
    {
        auto act = Act::begin(plan, {"edit", "e", "test", "parcel"});
        REQUIRE(act);
        auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
        REQUIRE(writer);
        REQUIRE(writer->update({parcels[0].uid, {"name"}, {Value(std::string("新名"))}, {}, {}}));
        REQUIRE(writer->remove(parcels[1].uid));
        REQUIRE(act->commit());
    }
    const auto verified = verifyExport(plan, folder / "a.shp");
    REQUIRE(verified);
    CHECK_FALSE(verified->equal);
    const auto& part = verified->layers.at(0);
    CHECK(part.countPlan == 1);
    CHECK(part.countFile == 2);
    REQUIRE(part.differences.size() == 2);
    CHECK(part.differences[0].column == "name");
    CHECK(part.differences[0].plan == "新名");
}
