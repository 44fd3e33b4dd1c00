#include "tests/geo/plan/plan_fixture.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace tuban;
using namespace tuban::test;

TEST_CASE("a new plan names itself, its system and its version, and is one file") {
    const Folder folder;
    const std::string path = folder.file("高新区.sqlite");
    {
        Plan plan = newPlan(path);
        CHECK(plan.name() == "高新区");
        CHECK(plan.crs().epsg == 4547);
        CHECK(plan.fact("srid") == "4547");
        CHECK(plan.fact("plan_uid").value_or("").size() == 36);
        CHECK_FALSE(plan.hasOwnClock());
        REQUIRE(plan.close());
    }
    CHECK(folder.names() == std::vector<std::string>{"高新区.sqlite"});
    CHECK(otherProgram(path, "PRAGMA application_id") == std::to_string(planApplicationId));
    CHECK(otherProgram(path, "PRAGMA journal_mode") == "wal");
    CHECK(otherProgram(path, "SELECT auth_srid FROM spatial_ref_sys WHERE srid = 4547") == "4547");
    CHECK(otherProgram(path, "SELECT count(*) > 100 FROM land_use") == "1");
    CHECK(otherProgram(path, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("a new plan never replaces a file and leaves nothing when it fails") {
    const Folder folder;
    const std::string path = folder.file("a.sqlite");
    REQUIRE(newPlan(path).close());
    const std::string before = sha256OfFile(path);
    CHECK(Plan::create(path, {}).error().code == ErrorCode::Unwritable);
    CHECK(sha256OfFile(path) == before);
    CHECK(Plan::create(folder.file("none/b.sqlite"), {}).error().code == ErrorCode::Unwritable);
    CHECK(Plan::create(folder.file("c.sqlite"), {.crs = "EPSG:4490"}).error().code == ErrorCode::BadCrs);
    CHECK(Plan::create(folder.file("c.sqlite"), {.crs = "EPSG:999999"}).error().code == ErrorCode::BadCrs);
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite"});
}

TEST_CASE("the summary counts and measures from the shapes") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    addParcels(plan, 4);
    const auto layers = plan.summarise();
    REQUIRE(layers);
    const LayerSummary& parcels = layers->front();
    CHECK(parcels.name == "parcel");
    CHECK(parcels.count == 4);
    CHECK(parcels.planarAreaM2.value_or(0) == Catch::Approx(1600).epsilon(1e-12));
    CHECK_FALSE(parcels.lengthM);
    CHECK(parcels.extent.minX == 458025);
    CHECK(parcels.extent.maxX == 458120);
    CHECK(parcels.extent.maxY == 3853020);
    CHECK(layers->size() == plan.catalogue().layers().size());
}

TEST_CASE("the plan's own clock stands where it was set") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    REQUIRE(plan.setFact("today", "2024-08-21"));
    CHECK(plan.today() == "2024-08-21");
    CHECK(plan.hasOwnClock());
}

TEST_CASE("a copy of an open plan is whole and one file") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    addParcels(plan, 3);
    REQUIRE(plan.copyTo(folder.file("b.sqlite")));
    const Plan copy = openPlan(folder.file("b.sqlite"), OpenMode::ReadOnly);
    CHECK(copy.summarise()->front().count == 3);
    CHECK(wholeness(folder.file("b.sqlite"), "parcel") == "1 ok ok");
    CHECK(plan.copyTo(folder.file("b.sqlite")).error().code == ErrorCode::Unwritable);
    CHECK(plan.copyTo(folder.file("none/b.sqlite")).error().code == ErrorCode::Unwritable);
}

TEST_CASE("a plan takes no SQL that reaches outside of it") {
    const Folder folder;
    const Plan plan = newPlan(folder.file("a.sqlite"));
    CHECK_FALSE(plan.database().execute("ATTACH '" + folder.file("b.sqlite") + "' AS b"));
    CHECK_FALSE(plan.database().execute("SELECT load_extension('x')"));
    CHECK_FALSE(plan.database().execute("CREATE TABLE t(a)"));
    CHECK_FALSE(plan.database().execute("CREATE TRIGGER t AFTER INSERT ON parcel BEGIN SELECT 1; END"));
    CHECK_FALSE(plan.database().execute("PRAGMA writable_schema=ON"));
    CHECK_FALSE(std::filesystem::exists(folder.file("b.sqlite")));
}

TEST_CASE("a shape of another kind or system cannot be smuggled into a layer") {
    const Folder folder;
    const Plan plan = newPlan(folder.file("a.sqlite"));
    CHECK_FALSE(plan.database().execute("INSERT INTO parcel(uid, geom) VALUES ('a', x'00')"));
    CHECK_FALSE(plan.database().execute("INSERT INTO parcel(uid, geom) VALUES ('a', 'text')"));
    CHECK(plan.database().execute("INSERT INTO parcel(uid, geom) VALUES ('a', NULL)"));
    CHECK(wholeness(plan.path(), "parcel") == "1 ok ok");
}

TEST_CASE("a statement gives its bad bind at the next step") {
    const Folder folder;
    const Plan plan = newPlan(folder.file("a.sqlite"));
    Statement statement(plan.database(), "SELECT ?1");
    const auto stepped = statement.bind(7, 1).step();
    REQUIRE_FALSE(stepped);
    CHECK(stepped.error().code == ErrorCode::Sql);
}
