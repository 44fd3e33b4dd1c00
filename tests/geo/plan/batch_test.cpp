#include "geo/plan/search.h"
#include "tests/geo/plan/plan_fixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;
using namespace tuban::test;

namespace {

constexpr int batchSize = 300;

JournalEntry importBatch(Plan& plan) {
    auto act =
        Act::begin(plan, {.kind = "import", .what = "import a.shp", .by = "wang", .layer = "parking_site"});
    REQUIRE(act);
    act->recordAsBatch();
    auto writer = FeatureWriter::forLayer(plan, *act, "parking_site");
    REQUIRE(writer);
    for (int i = 0; i < batchSize; ++i) {
        FeatureEdit edit{.columns = {"name", "stage"}, .values = {"停车场" + std::to_string(i), "building"}};
        edit.geometry = makePoint({458000.0 + i, 3853000});
        edit.companions = {{"parking_site_area", square(458000.0 + i, 3853000, 0.9)}};
        REQUIRE(writer->insert(edit));
    }
    act->describe("import a.shp into parking_site", batchSize);
    const auto entry = act->commit();
    REQUIRE(entry);
    return *entry;
}

std::int64_t count(const Plan& plan, const std::string& table) {
    Statement rows(plan.database(), "SELECT count(*) FROM " + table);
    REQUIRE(rows.step());
    return rows.integer(0);
}

} // namespace

TEST_CASE("a batch keeps no changeset and its rows name it") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto entry = importBatch(plan);
    CHECK(count(plan, "journal_chunk") == 0);
    CHECK(count(plan, "journal_feature") == 0);
    CHECK(entry.features == batchSize);
    Statement rows(plan.database(), "SELECT count(*) FROM parking_site WHERE import_uid = ?1");
    REQUIRE(rows.bind(1, entry.uid).step());
    CHECK(rows.integer(0) == batchSize);
}

TEST_CASE("a batch is undone, made again and undone once more") {
    const Folder folder;
    const std::string path = folder.file("a.sqlite");
    {
        Plan plan = newPlan(path);
        importBatch(plan);
        REQUIRE(undo(plan, "wang"));
        CHECK(count(plan, "parking_site") == 0);
        CHECK(count(plan, "parking_site_area") == 0);
        CHECK(count(plan, "state_now") == 0);
        CHECK(search(plan, "停车")->empty());
    }
    Plan plan = openPlan(path);
    CHECK(wholeness(path, "parking_site") == "1 ok ok");
    REQUIRE(redo(plan, "wang"));
    CHECK(count(plan, "parking_site") == batchSize);
    CHECK(count(plan, "parking_site_area") == batchSize);
    CHECK(count(plan, "state_now") == batchSize);
    CHECK(search(plan, "停车场299")->size() == 1);
    CHECK(wholeness(path, "parking_site") == "1 ok ok");
    CHECK(wholeness(path, "parking_site_area") == "1 ok ok");
    REQUIRE(undo(plan, "wang"));
    CHECK(count(plan, "parking_site") == 0);
    REQUIRE(redo(plan, "wang"));
    CHECK(count(plan, "parking_site") == batchSize);
}

TEST_CASE("history of a feature that came with a batch names the import") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto entry = importBatch(plan);
    const auto hits = search(plan, "停车场7");
    REQUIRE(hits);
    REQUIRE_FALSE(hits->empty());
    const auto entries = history(plan, "parking_site", hits->front().feature.uid);
    REQUIRE(entries);
    REQUIRE(entries->size() == 1);
    CHECK(entries->front().uid == entry.uid);
}
