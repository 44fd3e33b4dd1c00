#include "geo/base/uid.h"
#include "geo/works/mark.h"

#include <catch2/catch_test_macros.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <set>
#include <string>

using namespace tuban;
namespace fs = std::filesystem;

namespace {

constexpr int markCount = 1'000;

FeatureRef roadIn(Plan& plan) {
    auto act = Act::begin(plan, {.kind = "edit", .what = "draw", .by = "test", .layer = "road_project"});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, "road_project");
    REQUIRE(writer);
    const auto uid = writer->insert({.columns = {"name"},
                                     .values = {Value(std::string("科学大道"))},
                                     .geometry = makeLine({{{458700, 3853590}, {459100, 3853590}}})});
    REQUIRE(uid);
    REQUIRE(act->commit());
    return {.layer = "road_project", .uid = *uid};
}

/// What the reading process does: opens the plan again and again and counts marks, which only grow in number.
/// \return its exit code: 0 when every reading went well
int readUntilAll(const std::string& path, const FeatureRef& road) {
    std::size_t seen = 0;
    while (seen < markCount) {
        const auto plan = Plan::open(path, OpenMode::ReadOnly);
        if (!plan) {
            return 2;
        }
        for (int i = 0; i < 5; ++i) {
            const auto marks = liveMarks(*plan, road);
            if (!marks) {
                return 3;
            }
            if (marks->size() < seen) {
                return 4;
            }
            seen = marks->size();
        }
    }
    return 0;
}

} // namespace

TEST_CASE("A thousand marks are written while another process reads: none is lost, nobody is locked out") {
    const auto folder = fs::temp_directory_path() / ("tuban-thousand-" + newUid());
    fs::create_directories(folder);
    const std::string path = (folder / "plan.sqlite").string();
    auto plan = Plan::create(path, {});
    REQUIRE(plan);
    const auto road = roadIn(*plan);

    const pid_t reader = fork();
    REQUIRE(reader >= 0);
    if (reader == 0) {
        alarm(120); // never outlives a failed writer
        _exit(readUntilAll(path, road));
    }
    std::set<std::string> written;
    for (int i = 0; i < markCount; ++i) {
        MarkDraft draft;
        draft.subject = road;
        draft.stage = "building";
        draft.percent = i / 10.0;
        draft.by = "李楠";
        const auto mark = appendMark(*plan, draft);
        REQUIRE(mark);
        written.insert(mark->uid);
    }
    int status = 0;
    REQUIRE(waitpid(reader, &status, 0) == reader);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    REQUIRE(plan->close());

    const auto again = Plan::open(path, OpenMode::ReadOnly);
    REQUIRE(again);
    const auto marks = liveMarks(*again, road);
    REQUIRE(marks);
    CHECK(written.size() == markCount);
    CHECK(marks->size() == markCount);
    CHECK(std::ranges::all_of(*marks, [&](const Mark& mark) { return written.contains(mark.uid); }));
    fs::remove_all(folder);
}
