#include "geo/base/uid.h"
#include "geo/shape/blob.h"
#include "tests/geo/plan/plan_fixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;
using namespace tuban::test;

namespace {

/// Appends a mark as works does: one act that names its subject and its mark.
std::string
mark(Plan& plan, const std::string& parcel, const std::string& stage, const std::string& corrects = {}) {
    auto act =
        Act::begin(plan, {.kind = "mark", .what = "mark parcel: " + stage, .by = "wang", .layer = "parcel"});
    REQUIRE(act);
    const std::string uid = newUid();
    Statement insert(
        plan.database(),
        "INSERT INTO progress_mark(uid, root_uid, on_date, observer, subject, subject_uid, stage, percent, "
        "corrects, geom) VALUES (?1, coalesce((SELECT root_uid FROM progress_mark WHERE uid = ?2), ?1), "
        "'2024-08-20', 'wang', 'parcel', ?3, ?4, 40, ?2, ?5)");
    const auto place = encodeBlob(makePoint({458030, 3853010}), 4547);
    insert.bind(1, uid).bind(2, corrects.empty() ? Value() : Value(corrects)).bind(3, parcel).bind(4, stage);
    REQUIRE(insert.bind(5, std::span<const std::byte>(place)).run());
    act->touched("parcel", parcel);
    act->touched("progress_mark", uid);
    const auto entry = act->commit();
    if (!entry) {
        FAIL(entry.error().message);
    }
    return uid;
}

std::string first(const Plan& plan, const std::string& sql) {
    Statement row(plan.database(), sql);
    const auto found = row.step();
    REQUIRE(found);
    return *found ? toText(row.value(0)) : "none";
}

std::string liveStage(const Plan& plan) {
    return first(plan, "SELECT stage FROM v_mark_live");
}
std::string stateNow(const Plan& plan) {
    return first(plan, "SELECT stage FROM state_now");
}

} // namespace

TEST_CASE("undoing a mark withdraws it and redo says it again, as often as wanted") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto parcel = addParcels(plan, 1)[0];
    const auto uid = mark(plan, parcel, "building");
    for (int round = 0; round < 3; ++round) {
        CHECK(liveStage(plan) == "building");
        REQUIRE(undo(plan, "li"));
        CHECK(liveStage(plan) == "none");
        CHECK(stateNow(plan) == "none");
        REQUIRE(redo(plan, "li"));
        CHECK(stateNow(plan) == "building");
    }
    // Nothing was deleted: the mark, three withdrawals and three repetitions, all of one chain.
    CHECK(first(plan, "SELECT count(*) FROM progress_mark") == "7");
    CHECK(first(plan, "SELECT count(DISTINCT root_uid) FROM progress_mark") == "1");
    CHECK(first(plan, "SELECT percent FROM v_mark_live") == "40");
    CHECK(first(plan, "SELECT root_uid FROM v_mark_live") == uid);
    CHECK(wholeness(plan.path(), "progress_mark") == "1 ok ok");
    const auto entries = history(plan, "parcel", parcel);
    REQUIRE(entries);
    CHECK(entries->size() == 8);
}

TEST_CASE("undoing a correction brings the earlier words back") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto parcel = addParcels(plan, 1)[0];
    const auto uid = mark(plan, parcel, "started");
    mark(plan, parcel, "building", uid);
    CHECK(liveStage(plan) == "building");
    REQUIRE(undo(plan, "li"));
    CHECK(liveStage(plan) == "started");
    CHECK(stateNow(plan) == "started");
    REQUIRE(undo(plan, "li"));
    CHECK(liveStage(plan) == "none");
    REQUIRE(redo(plan, "li"));
    CHECK(liveStage(plan) == "started");
    REQUIRE(redo(plan, "li"));
    CHECK(liveStage(plan) == "building");
    CHECK(stateNow(plan) == "building");
}

TEST_CASE("photos of a mark come along when it is said again") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto parcel = addParcels(plan, 1)[0];
    const auto uid = mark(plan, parcel, "building");
    REQUIRE(plan.database().execute(
        "INSERT INTO photo(sha256, media_type, size, bytes) VALUES ('abc', 'image/jpeg', 1, x'00')"));
    REQUIRE(plan.database().execute("INSERT INTO mark_photo(mark_uid, sha256, n) VALUES ('" + uid +
                                    "', 'abc', 0)"));
    REQUIRE(undo(plan, "li"));
    REQUIRE(redo(plan, "li"));
    CHECK(first(plan, "SELECT sha256 FROM mark_photo WHERE mark_uid = (SELECT uid FROM v_mark_live)") ==
          "abc");
}
