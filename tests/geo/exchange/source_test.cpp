#include "exchange_fixture.h"
#include "geo/exchange/source.h"

#include <catch2/catch_test_macros.hpp>
#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <gdal.h>

#include <algorithm>
#include <cstdlib>

using namespace tuban;
using namespace tuban::test;

namespace {

const std::string square = squareAt(458'825, 3'853'606, 100);

Error openError(const std::string& path, const std::string& layer = {}) {
    const auto source = openSource({path, layer, {}, false});
    REQUIRE_FALSE(source);
    return source.error();
}

/// Puts files of the folder into a .zip.
void zip(const Folder& folder, const std::string& archive, const std::vector<std::string>& names) {
    void* handle = CPLCreateZip((folder / archive).c_str(), nullptr);
    REQUIRE(handle != nullptr);
    for (const auto& name : names) {
        const auto content = readFile(folder / name);
        REQUIRE(CPLCreateFileInZip(handle, name.c_str(), nullptr) == CE_None);
        REQUIRE(CPLWriteFileInZip(handle, content.data(), static_cast<int>(content.size())) == CE_None);
        REQUIRE(CPLCloseFileInZip(handle) == CE_None);
    }
    REQUIRE(CPLCloseZip(handle) == CE_None);
}

/// A shapefile with one Chinese name, made by our own export.
void makeShapefile(const Folder& folder, const std::string& stem, const std::string& encoding) {
    auto plan = newPlan(folder, "EPSG:4547", stem + ".sqlite");
    writeFile(folder / (stem + ".geojson"),
              featureCollection({feature(R"("DKBH":"A-1","DKMC":"机械所二期")", square)}));
    (void)imported(plan, folder / (stem + ".geojson"), "parcel");
    ExportOptions options;
    options.layers = {"parcel"};
    options.encoding = encoding;
    (void)exported(plan, folder / (stem + ".shp"), options);
    std::filesystem::remove(folder / (stem + ".geojson"));
}

std::string nameIn(Source& source) {
    const auto found = std::ranges::find(source.fields, "DKMC", &Column::name);
    REQUIRE(found != source.fields.end());
    std::string name;
    const auto read =
        readRows(source,
                 {{static_cast<std::size_t>(found - source.fields.begin())}, nullptr, false, -1},
                 {},
                 [&](SourceRow&& row) {
                     name = toText(row.cells[0]);
                     return true;
                 });
    REQUIRE(read);
    return name;
}

} // namespace

TEST_CASE("a format that is not read yet is named, with those that are") {
    const Folder folder;
    for (const auto* name : {"a.mdb", "a.dxf", "a.kml", "a.xyz"}) {
        writeFile(folder / name, "x");
        const auto error = openError(folder / name);
        CHECK(error.code == ErrorCode::Unreadable);
        CHECK(error.message.find("GeoPackage") != std::string::npos);
    }
    CHECK(openError(folder / "missing.shp").code == ErrorCode::NotFound);
}

TEST_CASE("a file is opened by the driver of its ending and no other") {
    const Folder folder;
    writeFile(folder / "secret.csv", "a,b\n1,2\n");
    writeFile(folder / "evil.geojson",
              "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>" + (folder / "secret.csv") +
                  "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
    CHECK(openError(folder / "evil.geojson").code == ErrorCode::Unreadable);
    CHECK(openError("/vsicurl/http://localhost/a.geojson").code == ErrorCode::NotFound);
}

TEST_CASE("an archive and a folder are looked through; several files need a name") {
    const Folder folder;
    std::filesystem::create_directories(folder / "in");
    makeShapefile(folder, "one", "GBK");
    writeFile(folder / "two.geojson", featureCollection({feature(R"("DKBH":"B")", square)}));
    zip(folder, "one.zip", {"one.shp", "one.shx", "one.dbf", "one.prj"});
    zip(folder, "both.zip", {"one.shp", "one.shx", "one.dbf", "one.prj", "two.geojson"});
    zip(folder, "none.zip", {"one.prj"});

    auto single = openSource({folder / "one.zip", {}, {}, false});
    REQUIRE(single);
    CHECK(single->driver == "ESRI Shapefile");
    CHECK(single->encodingName == "GBK");
    CHECK(single->encodingFrom == "ldid"); // the .cpg was left out
    CHECK(nameIn(*single) == "机械所二期");

    const auto error = openError(folder / "both.zip");
    CHECK(error.code == ErrorCode::Unreadable);
    CHECK(error.message.find("one") != std::string::npos);
    CHECK(error.message.find("two") != std::string::npos);
    CHECK(openSource({folder / "both.zip", "two", {}, false}));
    CHECK(openError(folder / "none.zip").code == ErrorCode::Unreadable);

    std::filesystem::copy(folder / "one.shp", folder / "in");
    std::filesystem::copy(folder / "one.shx", folder / "in");
    std::filesystem::copy(folder / "one.dbf", folder / "in");
    CHECK(openSource({folder / "in", {}, {}, false}));
}

TEST_CASE("names in an archive from Windows are read as GBK") {
    const Folder folder;
    makeShapefile(folder, "地块", "GBK");
    writeFile(folder / "道路.geojson", featureCollection({feature(R"("DKBH":"B")", square)}));
    for (const std::string encoding : {"GBK", "CP437"}) { // what CP437 cannot say is marked as UTF-8
        CPLSetThreadLocalConfigOption("CPL_ZIP_ENCODING", encoding.c_str());
        zip(folder, encoding + ".zip", {"地块.shp", "地块.shx", "地块.dbf", "地块.prj", "道路.geojson"});
        CPLSetThreadLocalConfigOption("CPL_ZIP_ENCODING", nullptr);
        CAPTURE(encoding);
        CHECK(openError(folder / (encoding + ".zip")).message.find("地块") != std::string::npos);
        auto source = openSource({folder / (encoding + ".zip"), "地块", {}, false});
        INFO((source ? "" : source.error().message));
        REQUIRE(source);
        CHECK(nameIn(*source) == "机械所二期");
    }
}

TEST_CASE("an archive that unpacks to hundreds of times its size is refused") {
    const Folder folder;
    writeFile(folder / "bomb.geojson", std::string(100U << 20U, ' '));
    zip(folder, "bomb.zip", {"bomb.geojson"});
    std::filesystem::remove(folder / "bomb.geojson");
    CHECK(openError(folder / "bomb.zip").code == ErrorCode::Unreadable);
}

TEST_CASE("a shapefile without its index is read, and its folder stays as it was") {
    const Folder folder;
    makeShapefile(folder, "a", "UTF-8");
    std::filesystem::remove(folder / "a.shx");
    auto source = openSource({folder / "a.shp", {}, {}, false});
    REQUIRE(source);
    CHECK(nameIn(*source) == "机械所二期");
    CHECK_FALSE(std::filesystem::exists(folder / "a.shx"));
    CHECK_FALSE(source->warnings.empty());
}

TEST_CASE("the encoding of a DBF: option, .cpg, language byte, text; a .cpg that lies is found out") {
    const Folder folder;
    makeShapefile(folder, "a", "GBK");
    const auto open = [&](const std::string& encoding = {}) {
        auto source = openSource({folder / "a.shp", {}, encoding, false});
        REQUIRE(source);
        return *std::move(source);
    };
    CHECK(open().encodingFrom == "cpg");
    CHECK(open("GBK").encodingFrom == "option");
    for (const auto* lie : {"UTF-8", "OEM", "<!DOCTYPE html><html>", ""}) {
        writeFile(folder / "a.cpg", lie);
        auto source = open();
        CAPTURE(lie);
        CHECK(source.encodingName == "GBK");
        CHECK(source.encodingFrom == "sniffed");
        CHECK_FALSE(source.warnings.empty());
        CHECK(nameIn(source) == "机械所二期");
    }
    std::filesystem::remove(folder / "a.cpg");
    CHECK(open().encodingFrom == "ldid");
    setLanguageByte(folder / "a.dbf", 0x57); // what programs write that do not know
    auto blind = open();
    CHECK(blind.encodingFrom == "sniffed");
    CHECK(nameIn(blind) == "机械所二期");
    const auto unknown = openSource({folder / "a.shp", {}, "klingon", false});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::Usage);
}

TEST_CASE("UTF-8 under a .cpg that says GBK is found out") {
    const Folder folder;
    makeShapefile(folder, "a", "UTF-8");
    writeFile(folder / "a.cpg", "GBK");
    std::filesystem::remove(folder / "a.sqlite");
    auto source = openSource({folder / "a.shp", {}, {}, false});
    REQUIRE(source);
    CHECK(nameIn(*source) == "机械所二期");
}

TEST_CASE("GeoJSON in GBK is read, with a warning") {
    const Folder folder;
    const auto encoder = TextEncoder::open("GBK");
    REQUIRE(encoder);
    writeFile(folder / "a.geojson",
              encoder->encode(featureCollection({feature(R"("DKMC":"机械所二期")", square)})).bytes);
    auto source = openSource({folder / "a.geojson", {}, {}, false});
    REQUIRE(source);
    CHECK(nameIn(*source) == "机械所二期");
    CHECK_FALSE(source->warnings.empty());
}

TEST_CASE("every file of the hard collection is read or refused with a message") {
    const auto data = sharedData();
    const Folder folder;
    auto plan = newPlan(folder);
    int read = 0;
    int refused = 0;
    for (const std::string part : {"/shp-hard", "/fuzz", "/other", "/hangzhou", "/parcels", "/coverage"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(data + part)) {
            const auto ending = entry.path().extension();
            if (ending != ".shp" && ending != ".zip" && ending != ".gpkg" && ending != ".geojson" &&
                ending != ".json" && ending != ".dxf" && ending != ".gml" && ending != ".dbf") {
                continue;
            }
            for (const auto* layer : {"parcel", "road_project", "key_project"}) {
                CAPTURE(entry.path().string(), layer);
                ImportOptions options;
                options.source = entry.path();
                options.layer = layer;
                options.dryRun = true;
                const auto report = importFile(plan, options);
                read += report ? 1 : 0;
                refused += report ? 0 : 1;
                if (!report) {
                    CHECK_FALSE(report.error().message.empty());
                    CHECK((report.error().code == ErrorCode::Unreadable ||
                           report.error().code == ErrorCode::BadCrs ||
                           report.error().code == ErrorCode::BadGeometry));
                }
            }
        }
    }
    CHECK(read > 50);
    CHECK(refused > 50);
}
