// Two copies of a plan, edited apart and merged.
#include "geo/plan/merge.h"
#include "geo/plan/sqlite.h"
#include "works_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <format>
#include <map>
#include <random>
#include <set>

using namespace tuban;

namespace {

/// A plan of two people: each has a copy, and can start again from the plan as it was.
struct Copies {
    WorksPlan origin{};
    std::optional<Plan> mine, theirs;

    Copies() {
        mine.emplace(copy("mine"));
        theirs.emplace(copy("theirs"));
    }
    Plan copy(const std::string& name) { return copyOf(origin.plan(), name); }
    Plan copyOf(const Plan& plan, const std::string& name) const {
        const auto path = std::filesystem::path(origin.path()).parent_path() / (name + ".sqlite");
        REQUIRE(plan.copyTo(path.string()));
        auto opened = Plan::open(path.string(), OpenMode::ReadWrite);
        REQUIRE(opened);
        return std::move(*opened);
    }
};

void edit(Plan& plan, const FeatureRef& feature, const char* column, const std::string& value) {
    auto act = Act::begin(plan, {.kind = "edit", .what = "edit", .by = "test", .layer = feature.layer});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, feature.layer);
    REQUIRE(writer);
    REQUIRE(writer->update({.uid = feature.uid, .columns = {column}, .values = {Value(value)}}));
    REQUIRE(act->commit());
}

void remove(Plan& plan, const FeatureRef& feature) {
    auto act = Act::begin(plan, {.kind = "edit", .what = "remove", .by = "test", .layer = feature.layer});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, feature.layer);
    REQUIRE(writer);
    REQUIRE(writer->remove(feature.uid));
    REQUIRE(act->commit());
}

std::string cell(const Plan& plan, const FeatureRef& feature, const std::string& column) {
    Statement row(plan.database(),
                  "SELECT " + quotedName(column) + " FROM " + quotedName(feature.layer) + " WHERE uid = ?1");
    const auto found = row.bind(1, feature.uid).step();
    REQUIRE(found);
    return *found ? std::string(row.text(0)) : "(gone)";
}

std::vector<std::string> columnsOf(const Plan& plan, const std::string& table) {
    std::vector<std::string> columns;
    Statement rows(plan.database(), "PRAGMA table_info(" + quotedName(table) + ")");
    for (auto row = rows.step(); row && *row; row = rows.step()) {
        if (rows.text(1) != "id") {
            columns.emplace_back(rows.text(1));
        }
    }
    return columns;
}

/// Everything a plan says, by uid, whatever its row numbers.
std::set<std::string> contentOf(const Plan& plan) {
    std::set<std::string> content;
    for (const char* table : {"parcel",
                              "road_project",
                              "key_project",
                              "key_project_area",
                              "progress_mark",
                              "mark_extent",
                              "mark_track",
                              "mark_photo",
                              "photo",
                              "milestone",
                              "blocker",
                              "alias",
                              "state_now"}) {
        const auto columns = columnsOf(plan, table);
        std::string list;
        for (const auto& column : columns) {
            list += (list.empty() ? "" : " || '|' || ") + std::string("coalesce(hex(") + quotedName(column) +
                    "), '')";
        }
        Statement rows(plan.database(), "SELECT " + list + " FROM " + table);
        for (auto row = rows.step(); row && *row; row = rows.step()) {
            content.insert(std::string(table) + ": " + std::string(rows.text(0)));
        }
    }
    return content;
}

MergeReport merged(Plan& into, const Plan& from) {
    const auto report = mergePlan(into, from, "test");
    INFO((report ? "" : report.error().message));
    REQUIRE(report);
    return *report;
}

} // namespace

TEST_CASE("Both people's marks come together, with photos and stretches, and the state follows") {
    Copies copies;
    const auto& origin = copies.origin;
    auto stretch = draftOf(origin.road, "open");
    stretch.fromM = 0;
    stretch.toM = 200;
    stretch.photos = {{.name = "a.jpg", .mediaType = "image/jpeg", .bytes = {std::byte{1}, std::byte{2}}}};
    REQUIRE(appendMark(*copies.mine, draftOf(origin.west, "building")));
    REQUIRE(appendMark(*copies.theirs, stretch));
    const auto corrected = appendMark(*copies.theirs, draftOf(origin.west, "started"));
    REQUIRE(corrected);
    REQUIRE(withdrawMark(*copies.theirs, corrected->uid, "test"));

    const auto report = merged(*copies.mine, *copies.theirs);
    CHECK(report.marks == 3);
    CHECK(report.conflicts.empty());
    CHECK(liveMarks(*copies.mine, origin.west)->size() == 1);
    const auto road = liveMarks(*copies.mine, origin.road);
    REQUIRE(road->size() == 1);
    CHECK(*road->front().toM == 200);
    REQUIRE(road->front().photos.size() == 1);
    CHECK(readPhoto(*copies.mine, road->front().photos.front())->bytes.size() == 2);
    Statement state(copies.mine->database(), "SELECT percent FROM state_now WHERE uid = ?1");
    REQUIRE(state.bind(1, origin.road.uid).step());
    CHECK(state.real(0) == 50);

    CHECK_FALSE(merged(*copies.mine, *copies.theirs).anything()); // nothing is doubled

    REQUIRE(undo(*copies.mine, "test"));
    CHECK(liveMarks(*copies.mine, origin.road)->empty());
    CHECK(liveMarks(*copies.mine, origin.west)->size() == 1); // their withdrawn one does not come back
    REQUIRE(redo(*copies.mine, "test"));
    CHECK(liveMarks(*copies.mine, origin.road)->size() == 1);
    CHECK(liveMarks(*copies.mine, origin.west)->size() == 1);
}

TEST_CASE("What only one side changed is taken from it, whichever way the copies are merged") {
    Copies copies;
    const auto& origin = copies.origin;
    edit(*copies.mine, origin.west, "owner", "甲公司");
    edit(*copies.theirs, origin.west, "note", "围挡已拆");
    edit(*copies.theirs, origin.road, "name", "科学大道西段");
    remove(*copies.theirs, origin.east);
    auto mine = copies.copyOf(*copies.mine, "mine-2");
    auto theirs = copies.copyOf(*copies.theirs, "theirs-2");

    CHECK(merged(*copies.mine, theirs).conflicts.empty());
    CHECK(merged(*copies.theirs, mine).conflicts.empty());
    CHECK(cell(*copies.mine, origin.west, "owner") == "甲公司");
    CHECK(cell(*copies.mine, origin.west, "note") == "围挡已拆");
    CHECK(cell(*copies.mine, origin.road, "name") == "科学大道西段");
    CHECK(cell(*copies.mine, origin.east, "uid") == "(gone)");
    CHECK(contentOf(*copies.mine) == contentOf(*copies.theirs));

    REQUIRE(undo(*copies.mine, "test"));
    CHECK(contentOf(*copies.mine) == contentOf(mine));
}

TEST_CASE("Of what both changed the later value stands, and both are kept") {
    Copies copies;
    const auto& west = copies.origin.west;
    edit(*copies.mine, west, "name", "枫林花园一期");
    edit(*copies.theirs, west, "name", "枫林花园（一期）");
    auto mine = copies.copyOf(*copies.mine, "mine-2");
    const auto report = merged(*copies.mine, *copies.theirs);
    REQUIRE(report.conflicts.size() == 1);
    const auto& conflict = report.conflicts.front();
    CHECK(conflict.column == "name");
    CHECK(conflict.base == "枫林花园");
    CHECK(conflict.mine == "枫林花园一期");
    CHECK(conflict.theirs == "枫林花园（一期）");
    CHECK_FALSE(conflict.keptMine);
    CHECK(cell(*copies.mine, west, "name") == "枫林花园（一期）");
    Statement kept(copies.mine->database(), "SELECT mine, theirs FROM conflict");
    REQUIRE(kept.step());
    CHECK(kept.text(0) == "枫林花园一期");
    merged(*copies.theirs, mine);
    CHECK(contentOf(*copies.mine) == contentOf(*copies.theirs));
    CHECK_FALSE(merged(*copies.mine, *copies.theirs).anything());
}

TEST_CASE("An edit outlives a removal on the other side, and that is listed") {
    Copies copies;
    const auto& east = copies.origin.east;
    edit(*copies.mine, east, "note", "保留");
    remove(*copies.theirs, east);
    auto mine = copies.copyOf(*copies.mine, "mine-2");
    CHECK(merged(*copies.mine, *copies.theirs).conflicts.size() == 1);
    CHECK(merged(*copies.theirs, mine).conflicts.size() == 1);
    CHECK(cell(*copies.mine, east, "note") == "保留");
    CHECK(cell(*copies.theirs, east, "note") == "保留");
}

TEST_CASE("A plan that is no copy is refused") {
    WorksPlan one;
    WorksPlan other;
    const auto report = mergePlan(one.plan(), other.plan(), "test");
    REQUIRE_FALSE(report);
    CHECK(report.error().code == ErrorCode::Unreadable);
}

namespace {

/// Random work of two people with merges between, in either direction; a mark once made is never lost or
/// doubled.
void workAtRandom(unsigned seed, int merges) {
    std::mt19937 random(seed); // NOLINT(cert-msc51-cpp): the same each time
    Copies copies;
    const auto& origin = copies.origin;
    const std::array features{origin.west, origin.east, origin.road, origin.project};
    const std::array stages{"approval", "started", "building", "completed"};
    std::array<std::set<std::string>, 2> known;
    std::array<Plan*, 2> plans{&*copies.mine, &*copies.theirs};
    for (int i = 0; i < merges; ++i) {
        const std::size_t side = random() % 2;
        for (auto n = random() % 3; n > 0; --n) {
            auto draft = draftOf(features[random() % 4], stages[random() % 4]);
            draft.onDate = std::format("2024-08-{:02}", 1 + random() % 20);
            if (!known[side].empty() && random() % 3 == 0) {
                auto corrected = known[side].begin();
                std::advance(corrected, static_cast<long>(random() % known[side].size()));
                const auto withdrawn = withdrawMark(*plans[side], *corrected, "test");
                REQUIRE(withdrawn);
                known[side].insert(withdrawn->uid);
            } else {
                const auto mark = appendMark(*plans[side], draft);
                REQUIRE(mark);
                known[side].insert(mark->uid);
            }
            if (random() % 4 == 0) {
                edit(*plans[side], features[random() % 4], "note", std::format("{}", random() % 100));
            }
        }
        merged(*plans[side], *plans[1 - side]);
        known[side].insert(known[1 - side].begin(), known[1 - side].end());
        Statement count(plans[side]->database(), "SELECT count(*), count(DISTINCT uid) FROM progress_mark");
        REQUIRE(count.step());
        REQUIRE(count.integer(0) == static_cast<std::int64_t>(known[side].size()));
        REQUIRE(count.integer(1) == count.integer(0));
    }
    merged(*plans[0], *plans[1]);
    merged(*plans[1], *plans[0]);
    CHECK(contentOf(*plans[0]) == contentOf(*plans[1]));
}

} // namespace

TEST_CASE("Random merges lose and double no mark, and the copies come to say the same") {
    for (const unsigned seed : {1U, 2U, 3U}) {
        workAtRandom(seed, 20);
    }
}

// 10,000 merges: asked for by name.
TEST_CASE("Ten thousand random merges", "[.long]") {
    for (unsigned seed = 0; seed < 400; ++seed) {
        workAtRandom(seed, 25);
    }
}
