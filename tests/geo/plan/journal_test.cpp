#include "geo/plan/search.h"
#include "tests/geo/plan/plan_fixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;
using namespace tuban::test;

namespace {

std::int64_t countParcels(const Plan& plan) {
    const auto count = readFeatures(plan, {.layer = "parcel"}, [](const Feature&) { return true; });
    REQUIRE(count);
    return *count;
}

std::string parcelText(const Plan& plan, const std::string& uid, const std::string& column) {
    return toText(parcelValue(plan, uid, column));
}

void moveParcel(Plan& plan, const std::string& uid, const Geometry& shape) {
    auto act = Act::begin(plan, {.kind = "edit", .what = "move", .by = "wang", .layer = "parcel"});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
    REQUIRE(writer);
    REQUIRE(writer->update({.uid = uid, .geometry = shape}));
    REQUIRE(act->commit());
}

void removeParcel(Plan& plan, const std::string& uid) {
    auto act = Act::begin(plan, {.kind = "edit", .what = "delete", .by = "wang", .layer = "parcel"});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
    REQUIRE(writer);
    REQUIRE(writer->remove(uid));
    REQUIRE(act->commit());
}

} // namespace

TEST_CASE("index and file stay whole through insert, update, delete, undo and redo") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 5);
    CHECK(wholeness(plan.path(), "parcel") == "1 ok ok");
    moveParcel(plan, uids[0], square(459000, 3854000, 30));
    CHECK(wholeness(plan.path(), "parcel") == "1 ok ok");
    removeParcel(plan, uids[1]);
    CHECK(wholeness(plan.path(), "parcel") == "1 ok ok");
    for (int i = 0; i < 3; ++i) {
        const auto undone = undo(plan, "wang");
        REQUIRE(undone);
        CHECK(wholeness(plan.path(), "parcel") == "1 ok ok");
    }
    CHECK(countParcels(plan) == 0);
    for (int i = 0; i < 3; ++i) {
        REQUIRE(redo(plan, "wang"));
        CHECK(wholeness(plan.path(), "parcel") == "1 ok ok");
    }
    CHECK(countParcels(plan) == 4);
    const auto moved = readFeature(plan, {"parcel", uids[0]});
    REQUIRE(moved);
    CHECK(moved->geometry == square(459000, 3854000, 30));
    CHECK(parcelText(plan, uids[0], "area_planar_m2") == "900");
}

TEST_CASE("undo and redo go on after the plan was closed") {
    const Folder folder;
    const std::string path = folder.file("a.sqlite");
    std::string uid;
    {
        Plan plan = newPlan(path);
        uid = addParcels(plan, 1)[0];
        setParcel(plan, uid, "owner", "甲");
        setParcel(plan, uid, "owner", "乙");
        REQUIRE(plan.close());
    }
    {
        Plan plan = openPlan(path);
        REQUIRE(undo(plan, "li"));
        CHECK(parcelText(plan, uid, "owner") == "甲");
        REQUIRE(undo(plan, "li"));
        CHECK(parcelText(plan, uid, "owner").empty());
    }
    Plan plan = openPlan(path);
    REQUIRE(redo(plan, "li"));
    CHECK(parcelText(plan, uid, "owner") == "甲");
    REQUIRE(redo(plan, "li"));
    CHECK(parcelText(plan, uid, "owner") == "乙");
    const auto more = redo(plan, "li");
    REQUIRE_FALSE(more);
    CHECK(more.error().code == ErrorCode::NotFound);
}

TEST_CASE("undo takes acts from the newest to the oldest and a new act ends redo") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uid = addParcels(plan, 1)[0];
    setParcel(plan, uid, "owner", "甲");
    setParcel(plan, uid, "note", "一");
    REQUIRE(undo(plan, "wang"));
    const auto next = nextUndo(plan);
    REQUIRE(next);
    REQUIRE(*next);
    CHECK((*next)->what == "set owner");
    REQUIRE(nextRedo(plan));
    CHECK(nextRedo(plan)->has_value());
    setParcel(plan, uid, "note", "二");
    CHECK_FALSE(nextRedo(plan)->has_value());
    const auto entries = history(plan);
    REQUIRE(entries);
    REQUIRE(entries->size() == 5);
    CHECK(entries->at(0).what == "set note");
    CHECK(entries->at(1).kind == "undo");
    CHECK(entries->at(1).undoes == entries->at(2).uid);
    CHECK(entries->at(2).undone);
    CHECK_FALSE(entries->at(3).undone);
}

TEST_CASE("nothing to undo in a new plan") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto undone = undo(plan, "wang");
    REQUIRE_FALSE(undone);
    CHECK(undone.error().code == ErrorCode::NotFound);
}

TEST_CASE("another program's edit of another column stays when an act is undone") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uid = addParcels(plan, 1)[0];
    setParcel(plan, uid, "owner", "甲");
    otherProgram(plan.path(), "UPDATE parcel SET note = 'from QGIS'");
    REQUIRE(undo(plan, "wang"));
    CHECK(parcelText(plan, uid, "owner").empty());
    CHECK(parcelText(plan, uid, "note") == "from QGIS");
    REQUIRE(redo(plan, "wang"));
    CHECK(parcelText(plan, uid, "owner") == "甲");
    CHECK(parcelText(plan, uid, "note") == "from QGIS");
    CHECK(wholeness(plan.path(), "parcel") == "1 ok ok");
}

TEST_CASE("another program's edit of the same column is a conflict that names the parcel") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uid = addParcels(plan, 1)[0];
    setParcel(plan, uid, "owner", "甲");
    otherProgram(plan.path(), "UPDATE parcel SET owner = '丙'");
    const auto undone = undo(plan, "wang");
    REQUIRE_FALSE(undone);
    CHECK(undone.error().code == ErrorCode::Conflict);
    CHECK(undone.error().message.find("parcel P1 was changed since") != std::string::npos);
    CHECK(parcelText(plan, uid, "owner") == "丙");
    CHECK(history(plan)->size() == 2);
}

TEST_CASE("a parcel that another program deleted or changed cannot be undone") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 2);
    otherProgram(plan.path(), "UPDATE parcel SET note = 'mine now' WHERE parcel_no = 'P2'");
    const auto undone = undo(plan, "wang");
    REQUIRE_FALSE(undone);
    CHECK(undone.error().code == ErrorCode::Conflict);
    CHECK(undone.error().message.find("P2") != std::string::npos);
    CHECK(countParcels(plan) == 2);
    otherProgram(plan.path(), "DELETE FROM parcel WHERE parcel_no = 'P1'");
    CHECK(undo(plan, "wang").error().code == ErrorCode::Conflict);
    CHECK(countParcels(plan) == 1);
}

TEST_CASE("an act that is not committed leaves nothing") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    {
        auto act = Act::begin(plan, {.kind = "edit", .what = "draw", .by = "wang", .layer = "parcel"});
        REQUIRE(act);
        auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
        REQUIRE(writer);
        REQUIRE(writer->insert({.columns = {"parcel_no"}, .values = {"P1"}}));
    }
    CHECK(countParcels(plan) == 0);
    CHECK(history(plan)->empty());
    CHECK(search(plan, "P1")->empty());
}

TEST_CASE("an act that changes nothing is an error and leaves no entry") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uid = addParcels(plan, 1)[0];
    {
        auto act = Act::begin(plan, {.kind = "edit", .what = "set owner", .by = "wang"});
        REQUIRE(act);
        auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
        REQUIRE(writer);
        REQUIRE(writer->update({.uid = uid, .columns = {"parcel_no"}, .values = {"P1"}}));
        const auto entry = act->commit();
        REQUIRE_FALSE(entry);
        CHECK(entry.error().code == ErrorCode::Sql);
    }
    CHECK(history(plan)->size() == 1);
}

TEST_CASE("history of a feature lists only what touched it") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 2);
    setParcel(plan, uids[0], "owner", "甲");
    setParcel(plan, uids[1], "owner", "乙");
    REQUIRE(undo(plan, "li"));
    const auto first = history(plan, "parcel", uids[0]);
    REQUIRE(first);
    CHECK(first->size() == 2);
    const auto second = history(plan, "parcel", uids[1]);
    REQUIRE(second);
    REQUIRE(second->size() == 3);
    CHECK(second->at(0).kind == "undo");
    CHECK(second->at(0).by == "li");
    CHECK(history(plan, "parcel", uids[1], 1)->size() == 1);
}

TEST_CASE("a long act is kept in several pieces and undone as one") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    {
        auto act = Act::begin(plan, {.kind = "edit", .what = "draw", .by = "wang", .layer = "parcel"});
        REQUIRE(act);
        auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
        REQUIRE(writer);
        std::vector<Point> ring;
        for (int i = 0; i < 1000; ++i) {
            ring.push_back({458000.0 + i, 3853000.0 + i % 2});
        }
        ring.push_back({458500, 3854000});
        // 16 kB a shape: 1,200 of them are some 20 MB of changes.
        for (int i = 0; i < 1200; ++i) {
            REQUIRE(writer->insert(
                {.columns = {"parcel_no"}, .values = {std::to_string(i)}, .geometry = makePolygon({ring})}));
        }
        REQUIRE(act->commit());
    }
    Statement pieces(plan.database(), "SELECT count(*) FROM journal_chunk");
    REQUIRE(pieces.step());
    CHECK(pieces.integer(0) >= 2);
    pieces.reset();
    REQUIRE(undo(plan, "wang"));
    CHECK(countParcels(plan) == 0);
    REQUIRE(redo(plan, "wang"));
    CHECK(countParcels(plan) == 1200);
    CHECK(wholeness(plan.path(), "parcel") == "1 ok ok");
}

TEST_CASE("search rows and states follow undo and redo") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uid = addParcels(plan, 1)[0];
    setParcel(plan, uid, "stage", "building");
    const auto stage = [&] {
        Statement state(plan.database(), "SELECT stage FROM state_now WHERE layer = 'parcel' AND uid = ?1");
        const auto row = state.bind(1, uid).step();
        REQUIRE(row);
        return *row ? std::string(state.text(0)) : "none";
    };
    CHECK(stage() == "building");
    REQUIRE(undo(plan, "wang"));
    CHECK(stage() == "none");
    REQUIRE(redo(plan, "wang"));
    CHECK(stage() == "building");
    REQUIRE(undo(plan, "wang"));
    REQUIRE(undo(plan, "wang"));
    CHECK(search(plan, "P1")->empty());
    REQUIRE(redo(plan, "wang"));
    CHECK(search(plan, "P1")->size() == 1);
}

TEST_CASE("an act on a plan open for reading is refused") {
    const Folder folder;
    const std::string path = folder.file("a.sqlite");
    REQUIRE(newPlan(path).close());
    Plan plan = openPlan(path, OpenMode::ReadOnly);
    CHECK(Act::begin(plan, {.kind = "edit", .what = "x", .by = "wang"}).error().code == ErrorCode::ReadOnly);
    CHECK(undo(plan, "wang").error().code == ErrorCode::ReadOnly);
}
