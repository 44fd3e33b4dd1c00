// Files that are no plan of ours, or that somebody else holds: each its own sentence, and not a byte changed.
#include "tests/cli/program.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <sqlite3.h>

#include <fstream>
#include <memory>

using namespace tuban::test;
using Catch::Matchers::ContainsSubstring;

namespace {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Connection = std::unique_ptr<sqlite3, CloseDatabase>;

Connection connect(const std::string& path) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    return Connection(database);
}

void execute(const Connection& connection, const std::string& sql) {
    INFO(sql);
    REQUIRE(sqlite3_exec(connection.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
}

std::string emptyPlan(const Folder& folder) {
    std::string plan = folder / "计划.sqlite";
    REQUIRE(tubanRun({"new", plan}).exitCode == 0);
    return plan;
}

// Reading and writing commands alike refuse the file with `word` in the sentence, and leave it alone.
void checkRefused(const std::string& path, const std::string& word) {
    const std::string before = contentOf(path);
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"info", path},
             {"undo", path},
             {"import", path, TUBAN_FIXTURES "/parcels_4547.geojson", "--layer", "parcel"}}) {
        const Outcome outcome = tubanRun(arguments);
        INFO(arguments[0] << ": " << outcome.err);
        CHECK(outcome.exitCode == 3);
        CHECK(outcome.out.empty());
        const std::string name = std::filesystem::path(path).filename().string();
        CHECK_THAT(outcome.err, ContainsSubstring(name) && ContainsSubstring(word));
    }
    CHECK(contentOf(path) == before);
}

} // namespace

TEST_CASE("a plan that is not there is named and not made") {
    const Folder folder;
    const std::string path = folder / "没有.sqlite";
    for (const char* const command : {"info", "undo", "history"}) {
        const Outcome outcome = tubanRun({command, path});
        CHECK(outcome.exitCode == 3);
        CHECK_THAT(outcome.err, ContainsSubstring(path));
    }
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("a text, and a database of others, are no plans") {
    const Folder folder;
    const std::string text = folder / "会议.sqlite";
    std::ofstream(text) << "2024-08-21 例会纪要\n" << std::string(4096, 'x');
    checkRefused(text, "not a plan");
    const std::string other = folder / "账本.sqlite";
    execute(connect(other), "CREATE TABLE parcel(id INTEGER PRIMARY KEY, name TEXT)");
    checkRefused(other, "not a plan");
}

TEST_CASE("an empty file is no plan") {
    const Folder folder;
    const std::string path = folder / "空.sqlite";
    std::ofstream{path};
    checkRefused(path, "not a plan");
}

TEST_CASE("a plan of a newer Tuban is refused and says so") {
    const Folder folder;
    const std::string plan = emptyPlan(folder);
    execute(connect(plan), "PRAGMA user_version = 999");
    checkRefused(plan, "newer");
}

TEST_CASE("a plan cut short is refused as damaged") {
    const Folder folder;
    const std::string plan = emptyPlan(folder);
    std::filesystem::resize_file(plan, std::filesystem::file_size(plan) / 2);
    checkRefused(plan, "damaged");
}

TEST_CASE("a plan that another program is writing is busy for writers and open for readers") {
    const Folder folder;
    const std::string plan = emptyPlan(folder);
    const Connection other = connect(plan);
    execute(other, "BEGIN IMMEDIATE");
    const Outcome import =
        tubanRun({"import", plan, TUBAN_FIXTURES "/parcels_4547.geojson", "--layer", "parcel"},
                 {"TUBAN_BUSY_TIMEOUT_MS=200"});
    CHECK(import.exitCode == 4);
    CHECK_FALSE(import.err.empty());
    CHECK(tubanRun({"info", plan}).exitCode == 0);
    execute(other, "ROLLBACK");
    CHECK(tubanRun({"import", plan, TUBAN_FIXTURES "/parcels_4547.geojson", "--layer", "parcel"}).exitCode ==
          0);
}

TEST_CASE("new does not write over what is there") {
    const Folder folder;
    const std::string plan = emptyPlan(folder);
    const std::string before = contentOf(plan);
    CHECK(tubanRun({"new", plan}).exitCode == 3);
    CHECK(tubanRun({"demo", plan}).exitCode == 3);
    CHECK(contentOf(plan) == before);
}

TEST_CASE("reading commands change no byte and leave nothing beside the plan") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const std::string before = contentOf(plan);
    CHECK(tubanRun({"info", plan}).exitCode == 0);
    CHECK(tubanRun({"list", plan, "--layer", "parcel"}).exitCode == 0);
    CHECK(tubanRun({"area", plan, "--layer", "parcel"}).exitCode == 0);
    CHECK(tubanRun({"history", plan}).exitCode == 0);
    CHECK(contentOf(plan) == before);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a source that cannot be read is named and changes nothing") {
    const Folder folder;
    const std::string plan = emptyPlan(folder);
    const std::string before = contentOf(plan);
    const std::string broken = folder / "坏.geojson";
    std::ofstream(broken) << "{\"type\":\"FeatureCollection\",\"features\":[";
    for (const std::string& source : {folder / "没有.shp", broken, folder.path().string()}) {
        const Outcome outcome = tubanRun({"import", plan, source, "--layer", "parcel"});
        INFO(outcome.err);
        CHECK(outcome.exitCode == 3);
        CHECK_THAT(outcome.err, ContainsSubstring(source));
    }
    CHECK(contentOf(plan) == before);
}

TEST_CASE("an export that cannot be written says where and leaves nothing") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    // A file stands where a folder would have to be.
    const Outcome outcome = tubanRun({"export", plan, "--to", plan + "/地块.shp", "--layer", "parcel"});
    CHECK(outcome.exitCode == 3);
    CHECK_THAT(outcome.err, ContainsSubstring("cannot be written"));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}
