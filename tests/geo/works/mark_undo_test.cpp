#include "geo/plan/journal.h"
#include "geo/works/mark.h"
#include "works_fixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;

namespace {

std::string stageOf(WorksPlan& works) {
    const auto now = stageOn(works.plan(), works.west, "2024-08-21");
    REQUIRE(now);
    return now->stage;
}

} // namespace

TEST_CASE("Undo of a mark withdraws it, redo says it again, and undo works on that too") {
    WorksPlan works;
    auto draft = draftOf(works.west, "building");
    draft.percent = 40;
    draft.note = "主体施工";
    draft.photos = {{.name = "a.png", .mediaType = "image/png", .bytes = {std::byte{1}, std::byte{2}}}};
    const auto mark = appendMark(works.plan(), draft);
    REQUIRE(mark);
    for (int round = 0; round < 3; ++round) {
        REQUIRE(undo(works.plan(), "王珂"));
        CHECK(liveMarks(works.plan(), works.west)->empty());
        CHECK(stageOf(works) == "land");
        REQUIRE(redo(works.plan(), "王珂"));
        const auto live = liveMarks(works.plan(), works.west);
        REQUIRE(live->size() == 1);
        CHECK(live->front().note == "主体施工");
        CHECK(live->front().percent == 40);
        CHECK(live->front().photos == mark->photos);
        CHECK(live->front().onDate == "2024-08-01");
        CHECK(live->front().by == "李楠");
        CHECK(stageOf(works) == "building");
    }
    CHECK_FALSE(redo(works.plan(), "王珂"));
}

TEST_CASE("Undo of a correction brings the corrected mark back") {
    WorksPlan works;
    const auto first = appendMark(works.plan(), draftOf(works.west, "started"));
    REQUIRE(first);
    auto correction = draftOf(works.west, "building");
    correction.corrects = first->uid;
    REQUIRE(appendMark(works.plan(), correction));
    REQUIRE(undo(works.plan(), "王珂"));
    CHECK(stageOf(works) == "started");
    CHECK(liveMarks(works.plan(), works.west)->size() == 1);
    REQUIRE(undo(works.plan(), "王珂"));
    CHECK(stageOf(works) == "land");
    CHECK(liveMarks(works.plan(), works.west)->empty());
}

TEST_CASE("Undo of a withdrawal brings the mark back") {
    WorksPlan works;
    const auto mark = appendMark(works.plan(), draftOf(works.west, "started"));
    REQUIRE(mark);
    REQUIRE(withdrawMark(works.plan(), mark->uid, "王珂"));
    CHECK(stageOf(works) == "land");
    REQUIRE(undo(works.plan(), "王珂"));
    CHECK(stageOf(works) == "started");
    REQUIRE(redo(works.plan(), "王珂"));
    CHECK(stageOf(works) == "land");
}

TEST_CASE("A mark is one entry of the history of its feature") {
    WorksPlan works;
    REQUIRE(appendMark(works.plan(), draftOf(works.west, "building")));
    const auto entries = history(works.plan(), "parcel", works.west.uid);
    REQUIRE(entries);
    REQUIRE_FALSE(entries->empty());
    CHECK(entries->front().kind == "mark");
    CHECK(entries->front().what.contains("A-01"));
    CHECK(entries->front().what.contains("building"));
    CHECK(entries->front().by == "李楠");
    CHECK(entries->front().features == 1);
}
