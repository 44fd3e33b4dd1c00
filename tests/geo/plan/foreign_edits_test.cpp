#include "geo/plan/foreign_edits.h"
#include "geo/plan/search.h"
#include "tests/geo/plan/plan_fixture.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace tuban;
using namespace tuban::test;

TEST_CASE("our own acts, undo and redo are nobody else's edits") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    CHECK(catchUpForeignEdits(plan).value() == false);
    const auto uids = addParcels(plan, 2);
    setParcel(plan, uids[0], "owner", "甲");
    REQUIRE(undo(plan, "wang"));
    REQUIRE(redo(plan, "wang"));
    CHECK(catchUpForeignEdits(plan).value() == false);
    CHECK(history(plan)->size() == 4);
}

TEST_CASE("another program's edits are journalled, found by search and measured") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 3);
    otherProgram(plan.path(), "UPDATE parcel SET owner = '石佛办事处' WHERE parcel_no = 'P1'");
    otherProgram(plan.path(),
                 "UPDATE parcel SET geom = CastToMulti(BuildMbr(458000, 3853000, 458010, 3853010, 4547)) "
                 "WHERE parcel_no = 'P2'");
    otherProgram(plan.path(), "DELETE FROM parcel WHERE parcel_no = 'P3'");
    REQUIRE(catchUpForeignEdits(plan).value());
    const auto entries = history(plan);
    REQUIRE(entries);
    CHECK(entries->front().kind == "foreign");
    CHECK(entries->front().layer == "parcel");
    CHECK(entries->front().features == 3);
    CHECK(history(plan, "parcel", uids[1])->front().kind == "foreign");
    CHECK(search(plan, "石佛")->size() == 1);
    CHECK(search(plan, "P3")->empty());
    CHECK(std::get<double>(parcelValue(plan, uids[1], "area_planar_m2")) == Catch::Approx(100).epsilon(1e-9));
    CHECK(std::get<double>(parcelValue(plan, uids[1], "area_ellip_m2")) == Catch::Approx(100).epsilon(1e-3));
    CHECK(wholeness(plan.path(), "parcel") == "1 ok ok");
    CHECK(catchUpForeignEdits(plan).value() == false);
}

TEST_CASE("a stage typed in another program reaches the kept states") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    addParcels(plan, 1);
    otherProgram(plan.path(), "UPDATE parcel SET stage = 'building'");
    REQUIRE(catchUpForeignEdits(plan).value());
    CHECK(otherProgram(plan.path(), "SELECT stage FROM state_now") == "building");
}

TEST_CASE("an act begins by catching up, and the edit of another program is not ours to undo") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 2);
    otherProgram(plan.path(), "UPDATE parcel SET note = 'from QGIS' WHERE parcel_no = 'P2'");
    setParcel(plan, uids[0], "owner", "甲");
    const auto entries = history(plan);
    REQUIRE(entries);
    REQUIRE(entries->size() == 3);
    CHECK(entries->at(0).kind == "edit");
    CHECK(entries->at(1).kind == "foreign");
    REQUIRE(undo(plan, "wang"));
    CHECK(toText(parcelValue(plan, uids[1], "note")) == "from QGIS");
    CHECK(undo(plan, "wang").error().code == ErrorCode::Conflict);
}

TEST_CASE("a plan open for reading is only looked at") {
    const Folder folder;
    const std::string path = folder.file("a.sqlite");
    {
        Plan plan = newPlan(path);
        addParcels(plan, 1);
    }
    otherProgram(path, "UPDATE parcel SET note = 'x'");
    Plan plan = openPlan(path, OpenMode::ReadOnly);
    CHECK(catchUpForeignEdits(plan).value());
    CHECK(history(plan)->size() == 1);
}

TEST_CASE("a batch whose rows were edited elsewhere is not undone") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    {
        auto act = Act::begin(plan, {.kind = "import", .what = "import", .by = "wang", .layer = "parcel"});
        REQUIRE(act);
        act->recordAsBatch();
        auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
        REQUIRE(writer);
        for (int i = 0; i < 8; ++i) {
            REQUIRE(writer->insert({.columns = {"parcel_no"}, .values = {"B" + std::to_string(i)}}));
        }
        REQUIRE(act->commit());
    }
    otherProgram(plan.path(), "UPDATE parcel SET owner = '丙' WHERE parcel_no IN ('B1', 'B2')");
    const auto undone = undo(plan, "wang");
    REQUIRE_FALSE(undone);
    CHECK(undone.error().code == ErrorCode::Conflict);
    CHECK(undone.error().message.find("2 of the imported features were edited since") != std::string::npos);
    CHECK(otherProgram(plan.path(), "SELECT count(*) FROM parcel") == "8");
}
