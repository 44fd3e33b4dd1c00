#include "exchange_fixture.h"
#include "geo/plan/journal.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace tuban;
using namespace tuban::test;

namespace {

constexpr double east = 458'825;
constexpr double north = 3'853'606;

std::string parcel(const std::string& number, double x, double size = 100, const std::string& more = {}) {
    const auto named = number.empty() ? std::string() : R"("DKBH":")" + number + '"';
    return feature(named + (named.empty() || more.empty() ? "" : ",") + more,
                   squareAt(east + x, north, size));
}

void write(const Folder& folder, const std::string& name, const std::vector<std::string>& features) {
    writeFile(folder / name, featureCollection(features));
}

ImportOptions onMatch(OnMatch action, const std::string& match = {}) {
    ImportOptions options;
    options.onMatch = action;
    options.match = match;
    return options;
}

std::vector<std::string> numbers(const Plan& plan) {
    std::vector<std::string> result;
    for (const auto& each : featuresOf(plan, "parcel", {"parcel_no"})) {
        result.push_back(toText(each.values[0]));
    }
    return result;
}

} // namespace

TEST_CASE("the same file again changes nothing, not a byte") {
    const Folder folder;
    auto plan = newPlan(folder);
    write(folder, "a.geojson", {parcel("1", 0), parcel("2", 200), parcel("", 400)});
    (void)imported(plan, folder / "a.geojson", "parcel");
    REQUIRE(plan.close());
    const auto before = readFile(folder / "plan.sqlite");
    auto opened = Plan::open(folder / "plan.sqlite", OpenMode::ReadWrite);
    REQUIRE(opened);
    const auto again = imported(*opened, folder / "a.geojson", "parcel");
    CHECK(again.same == 3);
    CHECK(again.written == 0);
    REQUIRE(opened->close());
    CHECK(readFile(folder / "plan.sqlite") == before);
}

TEST_CASE("new, moved, changed, same and gone rows are told apart") {
    const Folder folder;
    auto plan = newPlan(folder);
    write(folder,
          "v1.geojson",
          {parcel("1", 0), parcel("2", 200), parcel("3", 400), parcel("4", 600), parcel("9", 900)});
    (void)imported(plan, folder / "v1.geojson", "parcel");
    write(folder,
          "v2.geojson",
          {parcel("1", 0),
           parcel("2", 230),                              // moved
           parcel("3", 400, 100, R"("权利人":"新公司")"), // another owner
           parcel("5", 750),                              // new
           parcel("9", 900)});
    ImportOptions dryRun;
    dryRun.dryRun = true;
    const auto seen = imported(plan, folder / "v2.geojson", "parcel", dryRun);
    CHECK(seen.same == 2);
    CHECK(seen.changedShape == 1);
    CHECK(seen.changedValues == 1);
    CHECK(seen.added == 1);
    CHECK(seen.gone == std::vector<std::string>{"4"});

    ImportOptions plain;
    plain.source = folder / "v2.geojson";
    plain.layer = "parcel";
    const auto refused = importFile(plan, plain);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
    CHECK(refused.error().message.find("--on-match") != std::string::npos);
    CHECK(numbers(plan).size() == 5);

    const auto uidBefore = featuresOf(plan, "parcel").at(1).uid;
    const auto replaced = imported(plan, folder / "v2.geojson", "parcel", onMatch(OnMatch::Replace));
    CHECK(replaced.written == 3);
    CHECK(numbers(plan) == std::vector<std::string>{"1", "2", "3", "4", "9", "5"}); // what is gone stays
    const auto after = featuresOf(plan, "parcel", {"owner"});
    CHECK(after[1].uid == uidBefore);
    CHECK(after[1].geometry.box().minX == east + 230);
    CHECK(toText(after[2].values[0]) == "新公司");
}

TEST_CASE("keep adds what is new and leaves the rest") {
    const Folder folder;
    auto plan = newPlan(folder);
    write(folder, "v1.geojson", {parcel("1", 0)});
    write(folder, "v2.geojson", {parcel("1", 30), parcel("2", 300)});
    (void)imported(plan, folder / "v1.geojson", "parcel");
    const auto kept = imported(plan, folder / "v2.geojson", "parcel", onMatch(OnMatch::Keep));
    CHECK(kept.written == 1);
    CHECK(kept.changedShape == 1);
    CHECK(featuresOf(plan, "parcel").at(0).geometry.box().minX == east);
}

TEST_CASE("rows without numbers are found by their shapes, moved ones by key or likeness") {
    const Folder folder;
    auto plan = newPlan(folder);
    write(folder, "v1.geojson", {parcel("", 0), parcel("", 200), parcel("", 400)});
    (void)imported(plan, folder / "v1.geojson", "parcel");
    // other order, one moved by a third of its size, one drawn anew to 97 %
    write(folder, "v2.geojson", {parcel("", 400), parcel("", 230), parcel("", 0, 98.5)});
    ImportOptions dryRun;
    dryRun.dryRun = true;
    const auto seen = imported(plan, folder / "v2.geojson", "parcel", dryRun);
    CHECK(seen.same == 1);
    CHECK(seen.changedShape == 2);
    CHECK(seen.added == 0);
}

TEST_CASE("a shape moved far is found by its key once the keys have proved themselves") {
    const Folder folder;
    auto plan = newPlan(folder);
    write(folder, "a.geojson", {parcel("", 0), parcel("", 200), parcel("", 400)});
    (void)imported(plan, folder / "a.geojson", "parcel");
    std::filesystem::create_directories(folder / "v2");
    write(folder, "v2/a.geojson", {parcel("", 0), parcel("", 200), parcel("", 9'000)});
    ImportOptions dryRun;
    dryRun.dryRun = true;
    const auto seen = imported(plan, folder / "v2/a.geojson", "parcel", dryRun);
    CHECK(seen.changedShape == 1);
    CHECK(seen.added == 0);
}

TEST_CASE("rows that a condition left out, and retired ones, are not missed") {
    const Folder folder;
    auto plan = newPlan(folder);
    write(folder,
          "a.geojson",
          {parcel("1", 0),
           parcel("2", 200),
           parcel("3", 400, 100, R"("注销日期":"2024-01-01")"),
           parcel("4", 600)});
    (void)imported(plan, folder / "a.geojson", "parcel");
    write(folder, "b.geojson", {parcel("1", 0), parcel("4", 600)});
    CHECK(imported(plan, folder / "b.geojson", "parcel").gone == std::vector<std::string>{"2"});
    ImportOptions options;
    options.where = "DKBH <> '2'";
    CHECK(imported(plan, folder / "a.geojson", "parcel", options).gone.empty());
}

TEST_CASE("the same numbers of another district are not matched by key over a distance") {
    const Folder folder;
    auto plan = newPlan(folder);
    write(folder, "a.geojson", {parcel("", 0), parcel("", 200)});
    write(folder, "b.geojson", {parcel("", 5'000), parcel("", 5'200)});
    (void)imported(plan, folder / "a.geojson", "parcel");
    const auto other = imported(plan, folder / "b.geojson", "parcel");
    CHECK(other.added == 2);
    CHECK(other.gone.empty());
}

TEST_CASE("a column to match by is used, and must be there") {
    const Folder folder;
    auto plan = newPlan(folder);
    write(folder,
          "v1.geojson",
          {parcel("1", 0, 100, R"("权利人":"甲")"), parcel("2", 200, 100, R"("权利人":"乙")")});
    (void)imported(plan, folder / "v1.geojson", "parcel");
    write(folder, "v2.geojson", {parcel("7", 3'000, 100, R"("权利人":"甲")")});
    ImportOptions options;
    options.match = "owner";
    const auto report = imported(plan, folder / "v2.geojson", "parcel", options);
    CHECK(report.changedShape == 1);
    CHECK(report.written == 1);
    CHECK(numbers(plan) == std::vector<std::string>{"7", "2"});
    options.match = "ownr";
    options.source = folder / "v2.geojson";
    options.layer = "parcel";
    const auto wrong = importFile(plan, options);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == ErrorCode::Usage);
    CHECK(wrong.error().message.find("owner") != std::string::npos);
}

TEST_CASE("an empty cell of the file does not empty the plan's, and a planner's note stays") {
    const Folder folder;
    auto plan = newPlan(folder);
    write(folder, "v1.geojson", {parcel("1", 0, 100, R"("权利人":"甲","供地状态":"待定")")});
    (void)imported(plan, folder / "v1.geojson", "parcel");
    {
        const auto uid = featuresOf(plan, "parcel").at(0).uid;
        auto act = Act::begin(plan, {"edit", "note", "test", "parcel"});
        REQUIRE(act);
        auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
        REQUIRE(writer);
        REQUIRE(writer->update({uid, {"note"}, {Value(std::string("供地状态: 待定; 已核"))}, {}, {}}));
        REQUIRE(act->commit());
    }
    write(folder, "v2.geojson", {parcel("1", 0, 100, R"("权利人":null,"供地状态":"待定")")});
    CHECK(imported(plan, folder / "v2.geojson", "parcel").same == 1);
    write(folder, "v3.geojson", {parcel("1", 0, 100, R"("权利人":"丙","供地状态":"待定")")});
    (void)imported(plan, folder / "v3.geojson", "parcel", onMatch(OnMatch::Replace));
    const auto after = featuresOf(plan, "parcel", {"owner", "note"});
    CHECK(toText(after[0].values[0]) == "丙");
    CHECK(toText(after[0].values[1]) == "供地状态: 待定; 已核");
}

TEST_CASE("our own export comes back as the same rows, in every format and style") {
    const Folder folder;
    auto plan = newPlan(folder);
    write(folder,
          "v1.geojson",
          {parcel("1",
                  0,
                  100,
                  R"("权利人":"甲","阶段":"在建","低效用地":"是","成交日期":"2024-08-01","容积率":2.5)"),
           parcel("2", 200, 100, R"("用地性质":"0701")")});
    (void)imported(plan, folder / "v1.geojson", "parcel");
    int number = 0;
    for (const auto format : {ExportFormat::Shapefile, ExportFormat::GeoPackage, ExportFormat::GeoJson}) {
        for (const auto names : {FieldNames::Pinyin, FieldNames::English, FieldNames::Chinese}) {
            for (const auto values : {CellValues::Label, CellValues::Code}) {
                CAPTURE(static_cast<int>(format), static_cast<int>(names), static_cast<int>(values));
                ExportOptions options;
                options.layers = {"parcel"};
                options.format = format;
                options.names = names;
                options.values = values;
                options.encoding = names == FieldNames::Chinese ? "GBK" : "UTF-8";
                const auto ending = format == ExportFormat::Shapefile    ? ".shp"
                                    : format == ExportFormat::GeoPackage ? ".gpkg"
                                                                         : ".geojson";
                const auto target = folder / ("out" + std::to_string(++number) + ending);
                CHECK(exported(plan, target, options).layers.at(0).verified);
                ImportOptions dryRun;
                dryRun.dryRun = true;
                const auto again = imported(plan, target, "parcel", dryRun);
                CHECK(again.same == 2);
                CHECK(again.unmatched.empty());
                const auto verified = verifyExport(plan, target);
                INFO((verified ? "" : verified.error().message));
                REQUIRE(verified);
                for (const auto& difference : verified->layers.at(0).differences) {
                    UNSCOPED_INFO(difference.column << ": " << difference.plan << " | " << difference.file);
                }
                CHECK(verified->equal);
            }
        }
    }
}

TEST_CASE("uids of a file are taken over into an empty plan") {
    const Folder folder;
    auto plan = newPlan(folder);
    write(folder, "v1.geojson", {parcel("1", 0), parcel("2", 200)});
    (void)imported(plan, folder / "v1.geojson", "parcel");
    ExportOptions options;
    options.format = ExportFormat::GeoPackage;
    (void)exported(plan, folder / "out.gpkg", options);
    auto other = newPlan(folder, "EPSG:4547", "other.sqlite");
    CHECK(imported(other, folder / "out.gpkg", "parcel").written == 2);
    CHECK(featuresOf(other, "parcel").at(0).uid == featuresOf(plan, "parcel").at(0).uid);
}
