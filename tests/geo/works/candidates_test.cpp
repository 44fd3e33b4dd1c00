#include "geo/works/mark.h"
#include "works_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace tuban;
using Catch::Matchers::WithinAbs;

TEST_CASE("candidatesAt gives what lies at a place before what lies near, across layers") {
    WorksPlan works;
    const auto found = candidatesAt(works.plan(), {458850, 3853620}, 60);
    REQUIRE(found);
    REQUIRE(found->size() == 4);
    CHECK((*found)[0].feature == works.west);
    CHECK((*found)[0].title == "A-01");
    CHECK((*found)[0].distanceM == 0);
    CHECK((*found)[1].feature == works.road);
    CHECK_THAT((*found)[1].distanceM, WithinAbs(30, 1e-9));
    CHECK_THAT((*found)[2].distanceM, WithinAbs(50, 1e-9)); // the parcel and the project's land on it
    CHECK_THAT((*found)[3].distanceM, WithinAbs(50, 1e-9));
}

TEST_CASE("candidatesAt finds a project by its land") {
    WorksPlan works;
    const auto found = candidatesAt(works.plan(), {458990, 3853690}, 5);
    REQUIRE(found);
    REQUIRE(found->size() == 2);
    CHECK((*found)[0].distanceM == 0);
    CHECK((*found)[1].distanceM == 0);
    CHECK(((*found)[0].feature == works.project || (*found)[1].feature == works.project));
}

TEST_CASE("candidatesAt keeps to the radius and the limit") {
    WorksPlan works;
    CHECK(candidatesAt(works.plan(), {458850, 3853620}, 60, 2)->size() == 2);
    CHECK(candidatesAt(works.plan(), {458850, 3853620}, 29)->size() == 1);
    CHECK(candidatesAt(works.plan(), {470000, 3853620}, 100)->empty());
}

TEST_CASE("candidatesAt leaves retired features out") {
    WorksPlan works;
    auto act = Act::begin(works.plan(), {.kind = "edit", .what = "retire", .by = "test", .layer = "parcel"});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(works.plan(), *act, "parcel");
    REQUIRE(writer);
    REQUIRE(writer->update(
        {.uid = works.west.uid, .columns = {"retired_on"}, .values = {Value(std::string("2024-01-01"))}}));
    REQUIRE(act->commit());
    CHECK(candidatesAt(works.plan(), {458850, 3853620}, 29)->empty());
}
