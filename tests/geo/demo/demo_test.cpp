#include "geo/demo/demo.h"
#include "geo/demo/district.h"
#include "geo/demo/inbox.h"
#include "geo/exchange/import.h"
#include "geo/plan/journal.h"
#include "geo/plan/plan.h"
#include "geo/plan/search.h"
#include "geo/plan/snapshot.h"
#include "geo/shape/validity.h"
#include "geo/works/mark.h"
#include "tests/geo/base/folder.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>

using namespace tuban;
using tuban::test::Folder;
namespace fs = std::filesystem;

namespace {

Plan demoAt(const std::string& path, const DemoOptions& options = {.parcels = 400}) {
    const auto made = makeDemo(path, options);
    INFO((made ? "" : made.error().message));
    REQUIRE(made);
    auto plan = Plan::open(path, OpenMode::ReadWrite);
    REQUIRE(plan);
    return std::move(*plan);
}

std::int64_t numberIn(const Plan& plan, std::string_view sql) {
    Statement row(plan.database(), sql);
    const auto found = row.step();
    REQUIRE(found);
    REQUIRE(*found);
    return row.integer(0);
}

} // namespace

TEST_CASE("The illustrative district has every layer a planner looks for") {
    const Folder folder;
    auto plan = demoAt(folder.file("demo.sqlite"));
    const auto layers = plan.summarise();
    REQUIRE(layers);
    std::map<std::string, std::int64_t> counts;
    for (const auto& layer : *layers) {
        counts[layer.name] = layer.count;
    }
    CHECK(counts["parcel"] == 400);
    CHECK(counts["plan_block"] == 64);
    CHECK(counts["survey_patch"] > 100);
    CHECK(counts["area_unit"] == 8);
    CHECK(counts["renewal_zone"] == 5);  // 3 registered, 2 candidates
    CHECK(counts["road_project"] == 18); // 17 works and the expressway
    CHECK(counts["utility_line"] == 6);
    CHECK(counts["parking_site"] == 24);
    CHECK(counts["park_site"] >= 20);
    CHECK(counts["eco_corridor"] == 5);
    CHECK(counts["hoarding"] > 100);
    CHECK(counts["key_project"] == 141);
    CHECK(counts["facility"] >= 12);
    CHECK(counts["issue"] == 12);
    CHECK(numberIn(plan, "SELECT count(DISTINCT lu_code) FROM parcel") >= 12);
    CHECK(numberIn(plan,
                   "SELECT count(*) FROM parcel p LEFT JOIN land_use u ON u.scheme = p.lu_scheme AND "
                   "u.code = p.lu_code WHERE u.code IS NULL") == 0);
    CHECK(numberIn(plan,
                   "SELECT count(*) FROM survey_patch p LEFT JOIN land_use u ON u.scheme = p.lu_scheme AND "
                   "u.code = p.lu_code WHERE u.code IS NULL") == 0);
    CHECK(numberIn(plan, "SELECT sum(spaces_after - spaces_before) FROM parking_site") == 4'000);
    CHECK(numberIn(plan, "SELECT count(*) FROM key_project WHERE geom IS NULL") == 12);
}

TEST_CASE("Every stage and domain value of the district is one the catalogue knows") {
    const Folder folder;
    auto plan = demoAt(folder.file("demo.sqlite"));
    for (const Layer& layer : plan.catalogue().layers()) {
        for (const Column& column : layer.columns) {
            if (column.domain.empty() || column.domain == "land_use") {
                continue;
            }
            const bool stages = column.domain.starts_with("stage_");
            Statement rows(plan.database(),
                           "SELECT DISTINCT \"" + column.name + "\" FROM \"" + layer.name + "\" WHERE \"" +
                               column.name + "\" IS NOT NULL");
            for (auto row = rows.step(); row && *row; row = rows.step()) {
                const std::string code(rows.text(0));
                CAPTURE(layer.name, column.name, code);
                const Domain* domain = plan.catalogue().domain(column.domain);
                CHECK((stages ? layer.stage(code) != nullptr
                              : domain != nullptr && domain->find(code) != nullptr));
            }
        }
    }
}

TEST_CASE("The district stands at its own day and says that its progress is invented") {
    const Folder folder;
    auto plan = demoAt(folder.file("demo.sqlite"));
    CHECK(plan.today() == "2024-08-21");
    CHECK(plan.hasOwnClock());
    CHECK(plan.fact("stamp") == "示例数据 · 进度为虚构");
    CHECK(plan.crs().epsg == 4547);
    const auto undoable = nextUndo(plan);
    REQUIRE(undoable);
    CHECK_FALSE(*undoable);
}

TEST_CASE("Every shape of the district is valid and lies where it should") {
    const Folder folder;
    auto plan = demoAt(folder.file("demo.sqlite"));
    const GeosContext context;
    for (const Layer& layer : plan.catalogue().layers()) {
        const auto snapshot = readSnapshot(plan, layer.name, {});
        REQUIRE(snapshot);
        for (std::size_t i = 0; i < (*snapshot)->size(); ++i) {
            if ((*snapshot)->box(i).empty()) {
                continue;
            }
            const auto shape = (*snapshot)->geometry(i);
            CAPTURE(layer.name, (*snapshot)->uid(i));
            const auto validity = validityOf(context, shape);
            CHECK(validity.valid);
            CHECK(std::abs(shape.box().centre().x - 458'825) < 2'500);
            CHECK(std::abs(shape.box().centre().y - 3'853'606) < 2'500);
        }
    }
}

TEST_CASE("A district as a new user meets it has what a planner's week is about") {
    const Folder folder;
    const auto plan = demoAt(folder.file("demo.sqlite"), {});
    const auto count = [&](const std::string& from) {
        return numberIn(plan, "SELECT count(*) FROM " + from);
    };
    CHECK(count("parcel") == 6'000);
    CHECK(numberIn(plan, "SELECT count(DISTINCT lu_code) FROM parcel") >= 30);
    CHECK(count("key_project") == 141);
    CHECK(count("key_project WHERE geom IS NULL") == 12);
    CHECK(count("hoarding") == 271);
    CHECK(count("hoarding WHERE geom IS NULL") == 38);
    CHECK(count("area_unit WHERE kind = 'street_office'") == 5);
    CHECK(count("road_project WHERE tags = '2024道路工程'") == 17);
    CHECK(count("road_project WHERE dead_end = 1") == 1);
    CHECK(count("target") == 42);
    CHECK(count("renewal_zone WHERE tags = '在库片区'") == 3);
    CHECK(count("key_project WHERE tags LIKE '%百亿级%' AND invest_total_wan >= 1000000") == 2);
    CHECK(count("key_project WHERE tags LIKE '%340亩%' AND declared_area_m2 > 226666") == 1);
    CHECK(count("key_project WHERE delivered_units < dwelling_units") == 2);
    CHECK(count("facility WHERE tags = '医养'") == 4);
    CHECK(count("project_part WHERE mode = 'build' AND stage = 'basically_built'") > 10);
    CHECK(count("milestone WHERE subject <> 'key_project' AND plan_date = '2024-12-31'") == 3);
    CHECK(count("meeting") == 2);
    CHECK(count("supervise") == 6);
    CHECK(count("supervise WHERE closed IS NULL AND due < '2024-08-21'") == 2);
    CHECK(count("milestone m WHERE EXISTS (SELECT 1 FROM baseline b WHERE b.milestone_uid = m.uid)") ==
          5 * 141);
    CHECK(count("progress_mark WHERE work_layer IS NOT NULL") == 4);
    CHECK(count("mark_photo") == 8);
    CHECK(count("permit") > 100);
    CHECK(count("invest") > 100);
    CHECK(count("blocker") > 5);
    // Plots sold by contract: one suspected idle, one due in 40 days, one held up by the government.
    CHECK(count("parcel WHERE contract_no IS NOT NULL") == 9);
    CHECK(count("parcel WHERE start_due < '2023-08-21' AND actual_start IS NULL") == 2);
    CHECK(count("parcel WHERE start_due = '2024-09-30'") == 1);
    CHECK(count("parcel WHERE idle_cause = 'government'") == 1);
    CHECK(count("link WHERE role = 'stands_on'") == 9);
    CHECK(numberIn(plan, "SELECT sum(spaces_after - spaces_before) FROM parking_site") == 4'000);
    CHECK(numberIn(plan, "SELECT count(DISTINCT method) FROM parking_site") == 3);
    CHECK(count("alias WHERE name = '张五寨安置房'") == 1);
    CHECK(plan.fact("description"));
}

TEST_CASE("The indexes of a district are those SQLite itself would keep") {
    const Folder folder;
    const auto plan = demoAt(folder.file("demo.sqlite"), {.parcels = 3'000});
    for (const std::string table : {"parcel", "plan_block", "survey_patch", "hoarding"}) {
        CAPTURE(table);
        Statement check(plan.database(), "SELECT rtreecheck('idx_" + table + "_geom')");
        REQUIRE(check.step());
        CHECK(check.text(0) == "ok");
        CHECK(numberIn(plan, "SELECT count(*) FROM idx_" + table + "_geom") ==
              numberIn(plan, "SELECT count(*) FROM " + table + " WHERE geom IS NOT NULL"));
    }
    Statement whole(plan.database(), "PRAGMA integrity_check");
    REQUIRE(whole.step());
    CHECK(whole.text(0) == "ok");
    CHECK(numberIn(plan,
                   "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'index') AND tbl_name = "
                   "'parcel' AND sql IS NOT NULL") == 10);
    const auto hits = search(plan, "翠竹", 50);
    REQUIRE(hits);
    CHECK_FALSE(hits->empty());
}

TEST_CASE("The same numbers make the same district, another seed another one") {
    const Folder folder;
    const auto uidsOf = [&](const std::string& name, std::uint64_t seed) {
        auto plan = demoAt(folder.file(name), {.parcels = 60, .seed = seed});
        std::set<std::string> uids;
        for (const auto* layer : {"parcel", "key_project", "road_project"}) {
            const auto snapshot = readSnapshot(plan, layer, {});
            REQUIRE(snapshot);
            for (std::size_t i = 0; i < (*snapshot)->size(); ++i) {
                uids.insert((*snapshot)->uid(i));
            }
        }
        const auto marks = allLiveMarks(plan);
        REQUIRE(marks);
        for (const auto& mark : *marks) {
            uids.insert(mark.uid + mark.note + mark.onDate);
        }
        return uids;
    };
    const auto first = uidsOf("a.sqlite", 1);
    CHECK(first == uidsOf("b.sqlite", 1));
    CHECK(first != uidsOf("c.sqlite", 2));
}

TEST_CASE("Marks of the district cover ten weeks and lie at their works") {
    const Folder folder;
    auto plan = demoAt(folder.file("demo.sqlite"));
    const auto marks = allLiveMarks(plan);
    REQUIRE(marks);
    CHECK(marks->size() >= 100);
    CHECK(marks->size() <= 140);
    std::set<std::string> subjects;
    for (const auto& mark : *marks) {
        CAPTURE(mark.subject.layer, mark.uid);
        CHECK(mark.onDate >= "2024-06-05");
        CHECK(mark.onDate <= "2024-08-21");
        CHECK(mark.distanceM < farMarkM);
        CHECK_FALSE(mark.note.empty());
        subjects.insert(mark.subject.layer);
    }
    CHECK(subjects.size() >= 6);
}

TEST_CASE("A district of any size has just as many parcels as asked") {
    for (const int parcels : {24, 100, 2'000}) {
        for (const std::uint64_t seed : {1U, 5U, 9U}) {
            const auto district = layOut({.parcels = parcels, .seed = seed}, {});
            REQUIRE(district);
            CHECK(district->parcels.size() == static_cast<std::size_t>(parcels));
        }
    }
    const Folder folder;
    auto plan = demoAt(folder.file("small.sqlite"), {.parcels = 1, .seed = 3});
    CHECK(numberIn(plan, "SELECT count(*) FROM parcel") == fewestParcels);
}

TEST_CASE("The same numbers give the same shapes to the byte") {
    const Folder folder;
    const auto shapesOf = [&](const std::string& name, std::uint64_t seed) {
        auto plan = demoAt(folder.file(name), {.parcels = 300, .seed = seed});
        std::string shapes;
        for (const Layer& layer : plan.catalogue().layers()) {
            Statement rows(plan.database(),
                           "SELECT uid || ' ' || coalesce(hex(geom), '') FROM \"" + layer.name +
                               "\" ORDER BY id");
            for (auto row = rows.step(); row && *row; row = rows.step()) {
                shapes += rows.text(0);
            }
        }
        return shapes;
    };
    const auto first = shapesOf("a.sqlite", 4);
    CHECK(first.size() > 100'000);
    CHECK(first == shapesOf("b.sqlite", 4));
    CHECK(first != shapesOf("c.sqlite", 5));
}

TEST_CASE("What comes in during the week lies beside the plan and can be brought in") {
    const Folder folder;
    const auto path = folder.file("demo.sqlite");
    auto plan = demoAt(path, {.inbox = true});
    const fs::path inbox = inboxOf(path);
    CHECK(inbox.filename() == "demo 收件箱");
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(inbox)) {
        names.insert(entry.path().filename().string());
    }
    CHECK(names == std::set<std::string>{"2024-08-19 测绘院 v2.zip", "围挡台账.xlsx", "同事副本.sqlite"});

    ImportOptions survey;
    survey.source = (inbox / "2024-08-19 测绘院 v2.zip").string();
    survey.layer = "parcel";
    survey.match = "parcel_no";
    survey.onMatch = OnMatch::Replace;
    const auto brought = importFile(plan, survey);
    INFO((brought ? "" : brought.error().message));
    REQUIRE(brought);
    CHECK(brought->read == 6'000);
    CHECK(brought->changedShape == 14);
    CHECK(brought->added == 0);
    CHECK(brought->encodingName == "GBK");

    ImportOptions ledger;
    ledger.source = (inbox / "围挡台账.xlsx").string();
    ledger.layer = "hoarding";
    ledger.match = "hoard_no";
    ledger.onMatch = OnMatch::Replace;
    const auto updated = importFile(plan, ledger);
    INFO((updated ? "" : updated.error().message));
    REQUIRE(updated);
    CHECK(updated->read == 271);
    CHECK(updated->added == 0);
    CHECK(numberIn(plan, "SELECT count(*) FROM hoarding") == 271);

    const auto copy = Plan::open((inbox / "同事副本.sqlite").string(), OpenMode::ReadOnly);
    REQUIRE(copy);
    CHECK(numberIn(*copy, "SELECT count(*) FROM progress_mark") ==
          numberIn(plan, "SELECT count(*) FROM progress_mark") + 5);
    CHECK(numberIn(*copy, "SELECT count(*) FROM hoarding WHERE note LIKE '现场复测%'") == 2);
    const auto again = makeDemo(folder.file("demo.other"), {.parcels = 30, .inbox = true});
    REQUIRE_FALSE(again); // the folder is there
    CHECK(again.error().code == ErrorCode::Unwritable);
}

TEST_CASE("makeDemo does not write over a file, and leaves nothing behind when stopped") {
    const Folder folder;
    const auto path = folder.file("demo.sqlite");
    demoAt(path, {.parcels = 30, .seed = 1});
    const auto again = makeDemo(path, {.parcels = 30});
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::Unwritable);
    std::stop_source source;
    source.request_stop();
    const auto stopped =
        makeDemo(folder.file("other.sqlite"), {}, {.report = {}, .stop = source.get_token()});
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(std::distance(fs::directory_iterator(fs::path(path).parent_path()), fs::directory_iterator()) == 1);
}
