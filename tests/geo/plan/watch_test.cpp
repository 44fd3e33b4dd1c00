#include "geo/plan/watch.h"
#include "tests/geo/plan/plan_fixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;
using namespace tuban::test;

TEST_CASE("dataVersion moves for the commit of another connection only") {
    const Folder folder;
    auto plan = newPlan(folder.file("a.sqlite"));
    const auto before = dataVersion(plan);
    REQUIRE(before);

    const auto uids = addParcels(plan, 1);
    CHECK(dataVersion(plan).value() == *before);

    auto other = openPlan(folder.file("a.sqlite"));
    setParcel(other, uids.front(), "owner", Value(std::string("城投")));
    CHECK(dataVersion(plan).value() != *before);
}

TEST_CASE("readPulse tells a Tuban's edit by its journal and another program's by the stamps alone") {
    const Folder folder;
    const auto path = folder.file("a.sqlite");
    auto plan = newPlan(path);
    addParcels(plan, 2);
    const auto before = readPulse(plan);
    REQUIRE(before);

    otherProgram(path, "UPDATE parcel SET owner = 'QGIS' WHERE parcel_no = 'P1'");
    const auto after = readPulse(plan);
    REQUIRE(after);
    CHECK(after->journal == before->journal);
    CHECK(tablesChanged(*before, *after) == std::vector<std::string>{"parcel"});

    addParcels(plan, 1);
    const auto own = readPulse(plan);
    REQUIRE(own);
    CHECK(own->journal > after->journal);
    CHECK(own->marks == before->marks);
}
