#include "geo/plan/file_place.h"
#include "tests/geo/plan/plan_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <random>
#include <string_view>

using namespace tuban;
using namespace tuban::test;

namespace {

namespace fs = std::filesystem;

/// A plan with three parcels, closed.
std::string madePlan(const Folder& folder) {
    const std::string path = folder.file("a.sqlite");
    Plan plan = newPlan(path);
    addParcels(plan, 3);
    REQUIRE(plan.close());
    return path;
}

/// Runs SQL with the bare library, as somebody with bad intent would.
void alter(const std::string& path, const std::string& sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
    const int code = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr);
    INFO(sql << ": " << sqlite3_errmsg(handle));
    sqlite3_close(handle);
    REQUIRE(code == SQLITE_OK);
}

/// What opening says; checks that neither mode changes a byte or leaves a file behind.
Error refusal(const Folder& folder, const std::string& path) {
    const std::string before = sha256OfFile(path);
    const auto names = folder.names();
    const auto writing = Plan::open(path, OpenMode::ReadWrite, 50);
    const auto reading = Plan::open(path, OpenMode::ReadOnly, 50);
    REQUIRE_FALSE(writing);
    REQUIRE_FALSE(reading);
    CHECK(sha256OfFile(path) == before);
    CHECK(folder.names() == names);
    CHECK(writing.error().code == reading.error().code);
    return writing.error();
}

template <class T>
std::optional<ErrorCode> codeOf(const Result<T>& result) {
    return result ? std::nullopt : std::optional(result.error().code);
}

/// Runs in a child without root's rights, which go past all permissions.
std::optional<ErrorCode> asOrdinaryUser(const std::function<std::optional<ErrorCode>()>& act) {
    constexpr int fine = 100;
    constexpr uid_t nobody = 65534;
    const pid_t child = fork();
    if (child == 0) {
        const bool dropped = geteuid() != 0 || setresuid(nobody, nobody, nobody) == 0;
        const auto code = dropped ? act() : std::optional(ErrorCode::Usage);
        _exit(code ? static_cast<int>(*code) : fine);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status) == fine ? std::nullopt
                                       : std::optional(static_cast<ErrorCode>(WEXITSTATUS(status)));
}

void write(const std::string& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

} // namespace

TEST_CASE("opening and reading changes no byte and leaves no log") {
    const Folder folder;
    const std::string path = madePlan(folder);
    const std::string before = sha256OfFile(path);
    {
        Plan plan = openPlan(path, OpenMode::ReadOnly);
        REQUIRE(plan.summarise());
        REQUIRE(history(plan));
        CHECK(plan.database().readOnly());
    }
    CHECK(sha256OfFile(path) == before);
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite"});
}

TEST_CASE("a closed plan is one file") {
    const Folder folder;
    const std::string path = madePlan(folder);
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite"});
    Plan plan = openPlan(path);
    setParcel(plan, addParcels(plan, 1)[0], "owner", "甲");
    REQUIRE(plan.close());
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite"});
    CHECK(otherProgram(path, "SELECT count(*) FROM parcel") == "4");
}

TEST_CASE("a file that is not there is not found") {
    const Folder folder;
    const auto plan = Plan::open(folder.file("none.sqlite"), OpenMode::ReadWrite);
    REQUIRE_FALSE(plan);
    CHECK(plan.error().code == ErrorCode::NotFound);
    CHECK(folder.names().empty());
}

TEST_CASE("a text, an empty file, random bytes and a folder are no plans") {
    const Folder folder;
    const std::string path = folder.file("x.sqlite");
    write(path, "this is a letter to the office and no plan at all, whatever its name says");
    CHECK(refusal(folder, path).code == ErrorCode::NotAPlan);
    write(path, "");
    CHECK(refusal(folder, path).code == ErrorCode::NotAPlan);
    std::mt19937 random(7);
    std::string bytes(40'000, '\0');
    for (char& byte : bytes) {
        byte = static_cast<char>(random() & 0xFFU);
    }
    write(path, bytes);
    CHECK(refusal(folder, path).code == ErrorCode::NotAPlan);
    CHECK(Plan::open(folder.path(), OpenMode::ReadOnly).error().code == ErrorCode::NotAPlan);
}

TEST_CASE("a database of another program is no plan and stays as it is") {
    const Folder folder;
    const std::string path = folder.file("x.sqlite");
    alter(path, "CREATE TABLE t(a); INSERT INTO t VALUES (1)");
    CHECK(refusal(folder, path).code == ErrorCode::NotAPlan);
    alter(path, "PRAGMA journal_mode=WAL");
    CHECK(refusal(folder, path).code == ErrorCode::NotAPlan);
}

TEST_CASE("a plan of a newer Tuban is refused and stays as it is") {
    const Folder folder;
    const std::string path = madePlan(folder);
    alter(path, "PRAGMA user_version = 99");
    const auto error = refusal(folder, path);
    CHECK(error.code == ErrorCode::NewerPlan);
    CHECK(error.message.find("newer Tuban") != std::string::npos);
}

TEST_CASE("a plan that was cut short is damaged") {
    const Folder folder;
    const std::string path = madePlan(folder);
    fs::resize_file(path, fs::file_size(path) / 2);
    CHECK(refusal(folder, path).code == ErrorCode::Corrupt);
    fs::resize_file(path, 200);
    const auto code = refusal(folder, path).code;
    CHECK((code == ErrorCode::Corrupt || code == ErrorCode::NotAPlan));
}

TEST_CASE("mutated plans never crash and are never changed by opening") {
    const Folder folder;
    const std::string path = madePlan(folder);
    std::ifstream file(path, std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(file)), {});
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        std::string bytes = whole;
        for (int i = 0; i < 40; ++i) {
            bytes[random() % bytes.size()] = static_cast<char>(random() & 0xFFU);
        }
        const std::string mutant = folder.file("m.sqlite");
        write(mutant, bytes);
        const std::string before = sha256OfFile(mutant);
        if (auto plan = Plan::open(mutant, OpenMode::ReadOnly)) {
            const auto summary = plan->summarise();
            CHECK((summary || !summary.error().message.empty()));
        }
        CHECK(sha256OfFile(mutant) == before);
    }
}

TEST_CASE("a trigger that is none of ours is refused") {
    const Folder folder;
    const std::string path = madePlan(folder);
    const std::string hostile = GENERATE_COPY(
        std::string("CREATE TRIGGER x AFTER INSERT ON parcel BEGIN DELETE FROM key_project; END"),
        std::string(
            "CREATE TRIGGER ggi_parcel_geom2 BEFORE INSERT ON parcel BEGIN SELECT load_extension('x'); END"),
        std::string("CREATE TRIGGER y AFTER INSERT ON journal BEGIN UPDATE parcel SET owner = NULL; END"),
        std::string("CREATE TRIGGER z BEFORE INSERT ON geometry_columns BEGIN DELETE FROM parcel; END"),
        std::string("CREATE VIRTUAL TABLE v USING fts5(a)"),
        std::string("DROP TABLE issue_area"),
        std::string("ALTER TABLE parcel RENAME COLUMN owner TO besitzer"));
    INFO(hostile);
    alter(path, hostile);
    CHECK(refusal(folder, path).code == ErrorCode::Corrupt);
}

TEST_CASE("tables, views and triggers that others keep beside ours do not matter") {
    const Folder folder;
    const std::string path = madePlan(folder);
    alter(path,
          "CREATE TABLE mine(a); CREATE VIEW v AS SELECT uid FROM parcel;"
          "CREATE TRIGGER t AFTER INSERT ON mine BEGIN DELETE FROM mine WHERE a IS NULL; END");
    otherProgram(path, "SELECT AddGeometryColumn('mine', 'geom', 4547, 'POINT', 'XY', 0)");
    otherProgram(path, "SELECT CreateSpatialIndex('mine', 'geom')");
    CHECK(Plan::open(path, OpenMode::ReadWrite));
}

TEST_CASE("a plan that another program locks is busy and stays as it is") {
    const Folder folder;
    const std::string path = madePlan(folder);
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    {
        // Reading goes on beside a writer; only writing waits.
        CHECK(Plan::open(path, OpenMode::ReadOnly, 20));
        auto plan = Plan::open(path, OpenMode::ReadWrite, 20);
        REQUIRE(plan);
        const auto act = Act::begin(*plan, {.kind = "edit", .what = "x", .by = "wang"});
        REQUIRE_FALSE(act);
        CHECK(act.error().code == ErrorCode::Busy);
    }
    sqlite3_exec(
        other, "ROLLBACK; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", nullptr, nullptr, nullptr);
    const auto locked = Plan::open(path, OpenMode::ReadOnly, 20);
    REQUIRE_FALSE(locked);
    CHECK(locked.error().code == ErrorCode::Busy);
    sqlite3_close(other);
    CHECK(Plan::open(path, OpenMode::ReadWrite));
}

TEST_CASE("a read-only file opens for reading only") {
    const Folder folder;
    const std::string path = madePlan(folder);
    fs::permissions(path, fs::perms(0444));
    CHECK(asOrdinaryUser([&] { return codeOf(Plan::open(path, OpenMode::ReadWrite)); }) ==
          ErrorCode::ReadOnly);
    CHECK(asOrdinaryUser([&] { return codeOf(Plan::open(path, OpenMode::ReadOnly)->summarise()); }) ==
          std::nullopt);
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite"});
}

TEST_CASE("a read-only folder opens for reading, unless a log lies beside") {
    const Folder folder;
    const std::string path = madePlan(folder);
    fs::permissions(path, fs::perms(0666));
    fs::permissions(folder.path(), fs::perms(0555));
    CHECK(asOrdinaryUser([&] { return codeOf(Plan::open(path, OpenMode::ReadWrite)); }) ==
          ErrorCode::ReadOnly);
    CHECK(asOrdinaryUser([&] { return codeOf(Plan::open(path, OpenMode::ReadOnly)->summarise()); }) ==
          std::nullopt);
    fs::permissions(folder.path(), fs::perms(0755));
    write(path + "-wal", "something");
    fs::permissions(folder.path(), fs::perms(0555));
    CHECK(asOrdinaryUser([&] { return codeOf(Plan::open(path, OpenMode::ReadOnly)); }) == ErrorCode::Busy);
    fs::permissions(folder.path(), fs::perms(0755));
}

TEST_CASE("shared file systems are known by their numbers") {
    CHECK(isNetworkFileSystem(0x6969));
    CHECK(isNetworkFileSystem(0xFF534D42));
    CHECK(isNetworkFileSystem(0xFFFFFFFFFE534D42)); // f_type is signed on some systems
    CHECK_FALSE(isNetworkFileSystem(0xEF53));       // ext4
    CHECK_FALSE(isNetworkFileSystem(0x9123683E));   // btrfs
}
