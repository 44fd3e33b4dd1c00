#include "tests/geo/plan/plan_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

using namespace tuban;
using namespace tuban::test;

namespace {

/// Draws parcels without end, one act each, and says so by a byte after each commit.
[[noreturn]] void drawForEver(const std::string& path, int acknowledge) {
    auto plan = Plan::open(path, OpenMode::ReadWrite);
    for (int i = 0; plan; ++i) {
        auto act = Act::begin(*plan, {.kind = "edit", .what = "draw", .by = "wang", .layer = "parcel"});
        auto writer = act ? FeatureWriter::forLayer(*plan, *act, "parcel") : std::unexpected(act.error());
        if (!writer || !writer->insert({.geometry = square(458000 + 25.0 * i, 3853000, 20)}) ||
            !act->commit() || write(acknowledge, "", 1) != 1) {
            break;
        }
    }
    _exit(1);
}

/// Kills such a program after `acts` were acknowledged. \return how many were when it was dead
int acknowledgedBeforeKill(const std::string& path, int acts) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        drawForEver(path, ends[1]);
    }
    close(ends[1]);
    char byte = 0;
    int acknowledged = 0;
    while (acknowledged < acts && read(ends[0], &byte, 1) == 1) {
        ++acknowledged;
    }
    kill(child, SIGKILL);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    while (read(ends[0], &byte, 1) == 1) {
        ++acknowledged;
    }
    close(ends[0]);
    return acknowledged;
}

} // namespace

TEST_CASE("what was acknowledged outlives a killed program, and nothing is half there") {
    const Folder folder;
    const std::string path = folder.file("a.sqlite");
    REQUIRE(newPlan(path).close());
    std::int64_t present = 0;
    for (const int acts : {1, 2, 3, 5, 8}) {
        const int acknowledged = acknowledgedBeforeKill(path, acts);
        REQUIRE(acknowledged >= acts);
        Plan plan = openPlan(path);
        const auto count = readFeatures(plan, {.layer = "parcel"}, [](const Feature&) { return true; });
        REQUIRE(count);
        // The act at work when the program died may have been committed without being acknowledged.
        CHECK(*count >= present + acknowledged);
        CHECK(*count <= present + acknowledged + 1);
        present = *count;
        CHECK(std::ssize(history(plan).value()) == present);
        REQUIRE(plan.close());
        CHECK(wholeness(path, "parcel") == "1 ok ok");
    }
    Plan plan = openPlan(path);
    REQUIRE(undo(plan, "wang"));
}

TEST_CASE("a log that a killed program left is read and left as it is") {
    const Folder folder;
    const std::string path = folder.file("a.sqlite");
    REQUIRE(newPlan(path).close());
    const int acknowledged = acknowledgedBeforeKill(path, 3);
    REQUIRE(std::filesystem::file_size(path + "-wal") > 0);
    const std::string before = sha256OfFile(path);
    const std::string log = sha256OfFile(path + "-wal");
    {
        const Plan plan = openPlan(path, OpenMode::ReadOnly);
        CHECK(plan.summarise()->front().count >= acknowledged);
    }
    CHECK(sha256OfFile(path) == before);
    CHECK(sha256OfFile(path + "-wal") == log);
}
