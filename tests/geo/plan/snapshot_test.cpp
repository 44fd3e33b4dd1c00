#include "geo/plan/snapshot.h"
#include "geo/plan/snapshot_window.h"
#include "geo/shape/blob.h"
#include "tests/geo/plan/plan_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace tuban;
using namespace tuban::test;

TEST_CASE("a snapshot holds shapes, boxes and cells of every feature in order of id") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    auto act = Act::begin(plan, {.kind = "edit", .what = "draw", .by = "wang"});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
    REQUIRE(writer);
    Geometry holed =
        makePolygon({{{0, 0}, {40, 0}, {40, 40}, {0, 40}}, {{10, 10}, {10, 20}, {20, 20}, {20, 10}}});
    append(holed, square(100, 100, 5));
    const std::vector<Geometry> shapes{square(458000, 3853000, 20), holed, square(459000, 3854000, 10)};
    std::vector<std::string> uids;
    for (const Geometry& shape : shapes) {
        uids.push_back(
            writer->insert({.columns = {"parcel_no"}, .values = {"N"}, .geometry = shape}).value());
        uids.push_back(writer->insert({.columns = {"far_max"}, .values = {2.5}}).value());
    }
    REQUIRE(act->commit());
    const auto snapshot = readSnapshot(plan, "parcel", {"parcel_no", "far_max"});
    REQUIRE(snapshot);
    const LayerSnapshot& layer = **snapshot;
    REQUIRE(layer.size() == 6);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        CHECK(layer.geometry(2 * i) == shapes[i]);
        CHECK(layer.box(2 * i).maxX == shapes[i].box().maxX);
        CHECK(layer.geometry(2 * i + 1).empty());
        CHECK(layer.box(2 * i + 1).empty());
        CHECK(layer.find(uids[2 * i + 1]) == static_cast<std::int64_t>(2 * i + 1));
    }
    CHECK(layer.find("none") == -1);
    CHECK(layer.columnIndex("far_max") == 1);
    CHECK(layer.columnIndex("owner") == -1);
    CHECK(std::get<double>(layer.cell(1, 1)) == 2.5);
    CHECK(isNull(layer.cell(0, 1)));
    CHECK(layer.query(Box{458990, 3853990, 459001, 3854001}) == std::vector<std::uint32_t>{4});
}

TEST_CASE("a snapshot of a companion table names the owning features") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    auto act = Act::begin(plan, {.kind = "edit", .what = "draw", .by = "wang"});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, "parking_site");
    REQUIRE(writer);
    FeatureEdit edit{.columns = {"name"}, .values = {"停车场"}};
    edit.companions = {{"parking_site_area", square(458000, 3853000, 30)}};
    const auto uid = writer->insert(edit);
    REQUIRE(uid);
    REQUIRE(act->commit());
    const auto snapshot = readSnapshot(plan, "parking_site_area", {});
    REQUIRE(snapshot);
    REQUIRE((*snapshot)->size() == 1);
    CHECK((*snapshot)->uid(0) == *uid);
    CHECK((*snapshot)->kind == ShapeKind::Area);
    CHECK((*snapshot)->geometry(0) == square(458000, 3853000, 30));
}

TEST_CASE("what is read for windows is what their boxes meet, each feature once") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    auto act = Act::begin(plan, {.kind = "edit", .what = "draw", .by = "wang"});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
    REQUIRE(writer);
    for (int i = 0; i < 400; ++i) { // i / 20 rows of 20, a street of 5 m between them
        const Geometry shape = square(458000 + 25 * (i % 20), 3853000 + 25 * (i / 20), 20);
        REQUIRE(writer->insert({.columns = {"parcel_no"}, .values = {std::to_string(i)}, .geometry = shape}));
    }
    REQUIRE(writer->insert({.columns = {"parcel_no"}, .values = {"without shape"}}));
    REQUIRE(act->commit());
    const auto whole = readSnapshot(plan, "parcel", {"parcel_no"});
    REQUIRE(whole);
    const std::vector<Box> windows{{458030, 3853030, 458130, 3853090},
                                   {458110, 3853060, 458200, 3853200}, // shares some with the first
                                   {458021, 3853021, 458024, 3853024}, // a crossing
                                   {470000, 3853000, 470100, 3853100}};
    const auto read = readSnapshotIn(plan, "parcel", {"parcel_no"}, windows);
    REQUIRE(read);
    std::vector<std::string> wanted;
    for (std::size_t i = 0; i < (*whole)->size(); ++i) {
        const Box& box = (*whole)->box(i);
        if (std::ranges::any_of(windows, [&](const Box& window) { return window.intersects(box); })) {
            wanted.push_back((*whole)->uid(i));
        }
    }
    REQUIRE(wanted.size() > 20);
    REQUIRE((*read)->size() == wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto place = static_cast<std::size_t>((*whole)->find(wanted[i]));
        CHECK((*read)->uid(i) == wanted[i]);
        CHECK((*read)->geometry(i) == (*whole)->geometry(place));
        CHECK((*read)->cell(0, i) == (*whole)->cell(0, place));
    }
    CHECK(readSnapshotIn(plan, "parcel", {}, {}).value()->size() == 0);
}

TEST_CASE("a snapshot of an empty layer is empty") {
    const Folder folder;
    const Plan plan = newPlan(folder.file("a.sqlite"));
    const auto snapshot = readSnapshot(plan, "road_project", {"name"});
    REQUIRE(snapshot);
    CHECK((*snapshot)->size() == 0);
    CHECK((*snapshot)->bounds().empty());
}

TEST_CASE("an act and another program's edit give a snapshot another version") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 1);
    const auto first = readSnapshot(plan, "parcel", {}).value()->version;
    CHECK(readSnapshot(plan, "parcel", {}).value()->version == first);
    setParcel(plan, uids[0], "owner", "甲");
    const auto second = readSnapshot(plan, "parcel", {}).value()->version;
    CHECK(second != first);
    otherProgram(plan.path(), "UPDATE parcel SET owner = '乙'");
    CHECK(readSnapshot(plan, "parcel", {}).value()->version != second);
}

TEST_CASE("reading a snapshot stops when asked and names unknown columns and layers") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    addParcels(plan, 1);
    std::stop_source stop;
    stop.request_stop();
    CHECK(readSnapshot(plan, "parcel", {}, {.report = {}, .stop = stop.get_token()}).error().code ==
          ErrorCode::Cancelled);
    CHECK(readSnapshot(plan, "parcel", {"nothing"}).error().code == ErrorCode::Usage);
    CHECK(readSnapshot(plan, "nothing", {}).error().code == ErrorCode::Usage);
}

TEST_CASE("a damaged shape is named by its feature") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 2);
    // The head stays right, so that no trigger objects; the count of polygons behind it does not.
    auto blob = encodeBlob(square(458000, 3853000, 20), 4547);
    blob[43] = std::byte{0xFF};
    blob[46] = std::byte{0x7F};
    Statement damage(plan.database(), "UPDATE parcel SET geom = ?1 WHERE uid = ?2");
    REQUIRE(damage.bind(1, std::span<const std::byte>(blob)).bind(2, uids[1]).run());
    for (const Error& error : {readSnapshot(plan, "parcel", {}).error(), plan.summarise().error()}) {
        CHECK(error.code == ErrorCode::Corrupt);
        CHECK(error.message.find(uids[1]) != std::string::npos);
    }
}

TEST_CASE("after an edit only the pages it touched are read again") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 2'500);
    const auto before = readSnapshot(plan, "parcel", {"owner"}).value();
    REQUIRE(before->pages.size() == 3);
    setParcel(plan, uids[1'500], "owner", "甲");
    const auto edited = readSnapshotAfter(plan, *before).value();
    CHECK(edited->version != before->version);
    CHECK(edited->pages[0] == before->pages[0]);
    CHECK(edited->pages[1] != before->pages[1]);
    CHECK(edited->pages[2] == before->pages[2]);
    CHECK(toText(edited->cell(0, 1'500)) == "甲");
    CHECK(isNull(before->cell(0, 1'500)));
    CHECK(edited->hasSameUids(*before));

    const auto more = addParcels(plan, 1);
    const auto added = readSnapshotAfter(plan, *edited).value();
    CHECK(added->size() == 2'501);
    CHECK(added->pages[1] == edited->pages[1]);
    CHECK(added->find(more[0]) == 2'500);

    REQUIRE(undo(plan, "wang"));
    REQUIRE(undo(plan, "wang"));
    const auto undone = readSnapshotAfter(plan, *added).value();
    CHECK(undone->size() == 2'500);
    CHECK(undone->pages[0] == before->pages[0]);
    CHECK(isNull(undone->cell(0, 1'500)));
    CHECK(undone->find(more[0]) == -1);
}

TEST_CASE("after another program's edit the journal does not tell and everything is read") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 3);
    const auto before = readSnapshot(plan, "parcel", {"owner"}).value();
    otherProgram(plan.path(), "UPDATE parcel SET owner = '乙' WHERE uid = '" + uids[0] + "'");
    setParcel(plan, uids[2], "owner", "甲"); // catches up with the other's edit first
    const auto after = readSnapshotAfter(plan, *before).value();
    CHECK(toText(after->cell(0, 0)) == "乙");
    CHECK(toText(after->cell(0, 2)) == "甲");
}

TEST_CASE("a large layer read by two connections is the same in order and content") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 21'000);
    const auto layer = readSnapshot(plan, "parcel", {"parcel_no"}).value();
    REQUIRE(layer->size() == uids.size());
    for (std::size_t i = 0; i < uids.size(); ++i) {
        REQUIRE(layer->uid(i) == uids[i]);
        REQUIRE(layer->find(uids[i]) == static_cast<std::int64_t>(i));
        REQUIRE(toText(layer->cell(0, i)) == "P" + std::to_string(i + 1));
        REQUIRE(layer->box(i).minX == 458000 + 25.0 * static_cast<double>(i + 1));
    }
}
