#include "geo/plan/journal.h"
#include "geo/works/progress.h"
#include "works_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <chrono>
#include <format>

using namespace tuban;
using Catch::Matchers::WithinAbs;

namespace {

FeatureProgress progressOn(Plan& plan, const FeatureRef& feature, Clocks clocks) {
    const auto all = progressOf(plan, {.layer = feature.layer, .clocks = std::move(clocks)});
    REQUIRE(all);
    const auto found = std::ranges::find(*all, feature, &FeatureProgress::feature);
    REQUIRE(found != all->end());
    return *found;
}

MarkDraft stretchDraft(const FeatureRef& road, const std::string& stage, double from, double to) {
    auto draft = draftOf(road, stage);
    draft.fromM = from;
    draft.toM = to;
    return draft;
}

std::string storedStage(Plan& plan, const FeatureRef& feature) {
    Statement row(plan.database(), "SELECT coalesce(stage, '') FROM state_now WHERE layer = ?1 AND uid = ?2");
    REQUIRE(row.bind(1, feature.layer).bind(2, feature.uid).step());
    return std::string(row.text(0));
}

} // namespace

TEST_CASE("A road's percent follows from the stretches in service") {
    WorksPlan works; // a road of 400 m
    const auto first = appendMark(works.plan(), stretchDraft(works.road, "building", 50, 350));
    REQUIRE(first);
    CHECK(*first->fromM == 50);
    CHECK(first->at == Point{458900, 3853590});              // middle of the stretch
    auto opened = stretchDraft(works.road, "open", 150, 50); // reversed, over the first
    opened.onDate = "2024-08-10";
    REQUIRE(appendMark(works.plan(), opened));

    const auto now = progressOn(works.plan(), works.road, {.asOf = "2024-08-21"});
    CHECK(now.state.by == WorkState::By::Length);
    CHECK_THAT(*now.state.percent, WithinAbs(25, 1e-9));
    CHECK_THAT(now.state.totalAmount, WithinAbs(400, 1e-9));
    REQUIRE(now.state.tiles.size() == 4);
    CHECK(now.stage() == "started"); // some of it is under way
    CHECK(now.daysSilent == 11);
    CHECK(storedStage(works.plan(), works.road) == "started");

    const auto before = progressOn(works.plan(), works.road, {.asOf = "2024-08-09"});
    CHECK(*before.state.percent == 0);
}

TEST_CASE("A road that is open stretch by stretch is open") {
    WorksPlan works;
    REQUIRE(appendMark(works.plan(), stretchDraft(works.road, "open", 0, 200)));
    REQUIRE(
        appendMark(works.plan(), stretchDraft(works.road, "open", 200, 400.4))); // the end, in whole metres
    const auto now = progressOn(works.plan(), works.road, {.asOf = "2024-08-21"});
    CHECK(*now.state.percent == 100);
    CHECK(now.stage() == "open");
    CHECK(storedStage(works.plan(), works.road) == "open");
    REQUIRE(undo(works.plan(), "test"));
    CHECK(storedStage(works.plan(), works.road) == "started");
    const auto undone = progressOn(works.plan(), works.road, {.asOf = "2024-08-21"});
    CHECK(*undone.state.percent == 50);
    REQUIRE(redo(works.plan(), "test"));
    CHECK(*progressOn(works.plan(), works.road, {.asOf = "2024-08-21"}).state.percent == 100);
}

TEST_CASE("A layer of construction speaks of itself alone") {
    WorksPlan works;
    auto clearance = stretchDraft(works.road, "completed", 0, 220);
    clearance.workLayer = "clearance";
    REQUIRE(appendMark(works.plan(), clearance));
    const auto now = progressOn(works.plan(), works.road, {.asOf = "2024-08-21"});
    CHECK(now.stage().empty());
    REQUIRE(now.workLayers.size() == 1);
    const auto& [name, tiles] = now.workLayers.front();
    CHECK(name == "clearance");
    REQUIRE(tiles.size() == 2);
    CHECK(tiles[1].rank == noRank); // the hole of 180 m
    CHECK(tiles[1].amount == 180);
}

TEST_CASE("A part of a project's land counts by area, and a stated percent far from it is said") {
    WorksPlan works; // land of 100 m × 100 m from 458900, 3853600
    auto part = draftOf(works.project, "completed");
    part.part = makePolygon({{{458900, 3853600}, {458930, 3853600}, {458930, 3853700}, {458900, 3853700}}});
    REQUIRE(appendMark(works.plan(), part));
    auto now = progressOn(works.plan(), works.project, {.asOf = "2024-08-21"});
    CHECK(now.state.by == WorkState::By::Area);
    CHECK_THAT(*now.state.percent, WithinAbs(30, 1e-9));
    CHECK_FALSE(now.statedDifference());

    auto stated = draftOf(works.project, "");
    stated.percent = 45;
    stated.onDate = "2024-08-05";
    REQUIRE(appendMark(works.plan(), stated));
    now = progressOn(works.plan(), works.project, {.asOf = "2024-08-21"});
    CHECK_THAT(*now.state.percent, WithinAbs(30, 1e-9));
    REQUIRE(now.statedDifference());
    CHECK_THAT(*now.statedDifference(), WithinAbs(15, 1e-9));
}

TEST_CASE("Stretches and parts that the subject does not have are refused in words") {
    WorksPlan works;
    const auto beyond = appendMark(works.plan(), stretchDraft(works.road, "open", 300, 900));
    REQUIRE_FALSE(beyond);
    CHECK(beyond.error().message.contains("0 to 400.000 m"));
    CHECK_FALSE(appendMark(works.plan(), stretchDraft(works.road, "open", 100, 100)));
    CHECK_FALSE(appendMark(works.plan(), stretchDraft(works.west, "building", 0, 10)));
    auto outside = draftOf(works.west, "building");
    outside.part = makePolygon({{{0, 0}, {10, 0}, {10, 10}}});
    CHECK_FALSE(appendMark(works.plan(), outside));
    auto unknown = stretchDraft(works.road, "open", 0, 10);
    unknown.workLayer = "asphalt";
    CHECK_FALSE(appendMark(works.plan(), unknown));
    CHECK(liveMarks(works.plan(), works.road)->empty());
}

TEST_CASE("Two clocks: what was not known by then is not there") {
    WorksPlan works;
    REQUIRE(appendMark(works.plan(), draftOf(works.road, "building")));
    const auto later =
        progressOn(works.plan(), works.road, {.asOf = "2024-08-21", .knownBy = "2024-08-22T00:00:00Z"});
    CHECK(later.stage().empty()); // recorded today, for a day in 2024
    CHECK(progressOn(works.plan(), works.road, {.asOf = "2024-08-21"}).stage() == "building");
    CHECK(progressOn(works.plan(), works.road, {.asOf = "2024-07-31"}).stage().empty());
}

TEST_CASE("A withdrawn mark of a stretch is gone from the percent") {
    WorksPlan works;
    const auto mark = appendMark(works.plan(), stretchDraft(works.road, "open", 0, 100));
    REQUIRE(mark);
    REQUIRE(withdrawMark(works.plan(), mark->uid, "test"));
    CHECK(*progressOn(works.plan(), works.road, {.asOf = "2024-08-21"}).state.percent == 0);
}

// 5,000 works and 200,000 marks: [.bench], asked for by name, so that nothing fails on time.
TEST_CASE("Progress of a whole district", "[.bench]") {
    WorksPlan works;
    auto& plan = works.plan();
    REQUIRE(plan.database().execute("BEGIN"));
    Statement road(plan.database(),
                   "INSERT INTO road_project(uid, name, stage, geom) SELECT ?1, ?1, 'planned', geom FROM "
                   "road_project WHERE uid = ?2");
    Statement mark(
        plan.database(),
        "INSERT INTO progress_mark(uid, root_uid, on_date, recorded_at, observer, subject, subject_uid, "
        "stage, state, from_m, to_m, geom, corrects) SELECT ?1, ?2, ?3, ?3 || 'T00:00:00Z', 'x', "
        "'road_project', ?4, 'building', 'normal', ?5, ?5 + 10, geom, ?6 FROM key_project LIMIT 1");
    for (int i = 0; i < 5000; ++i) {
        const auto uid = std::format("road-{:032}", i);
        REQUIRE(road.bind(1, uid).bind(2, works.road.uid).run());
        road.reset();
        for (int n = 0; n < 40; ++n) {
            const auto name = std::format("mark-{:05}-{:025}", i, n);
            const auto root = n % 20 == 19 ? std::format("mark-{:05}-{:025}", i, n - 1) : name;
            mark.bind(1, name).bind(2, root).bind(3, std::format("2024-{:02}-{:02}", 1 + n / 10, 1 + n % 28));
            mark.bind(4, uid).bind(5, n * 9.0);
            if (root == name) {
                mark.bindNull(6);
            } else {
                mark.bind(6, root);
            }
            REQUIRE(mark.run());
            mark.reset();
        }
    }
    REQUIRE(plan.database().execute("COMMIT"));
    for (int turn = 0; turn < 5; ++turn) {
        const auto begin = std::chrono::steady_clock::now();
        const auto log = MarkLog::read(plan);
        const auto read = std::chrono::steady_clock::now();
        const auto all = progressOf(plan, *log, {.layer = "road_project", .clocks = {.asOf = "2024-08-21"}});
        const auto end = std::chrono::steady_clock::now();
        REQUIRE(all);
        CHECK(all->size() == 5001);
        using Ms = std::chrono::duration<double, std::milli>;
        WARN("log " << Ms(read - begin).count() << " ms, progress " << Ms(end - read).count() << " ms");
    }
}
