#include "geo/exchange/source_crs.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace tuban;

namespace {

Crs crs(const std::string& text) {
    const auto found = crsFromText(text);
    REQUIRE(found);
    return *found;
}

// Zhengzhou High-tech Zone; facts: 4547 E 445 to 473 km, N 3846 to 3861 km
const Box plain{449'639, 3'846'996, 465'255, 3'860'236};
const Box prefixed{38'449'639, 3'846'996, 38'465'255, 3'860'236};
const Box degrees{113.45, 34.75, 113.62, 34.87};

Box swapped(const Box& box) {
    return {box.minY, box.minX, box.maxY, box.maxX};
}

} // namespace

TEST_CASE("without a .prj a zone prefix tells the system") {
    const auto chosen = chooseCrs("", "", prefixed, crs("EPSG:4547"));
    REQUIRE(chosen);
    CHECK(chosen->crs.epsg == 4526);
    CHECK(chosen->from == "digits");
    CHECK_FALSE(chosen->swapped);
    CHECK_FALSE(chosen->warnings.empty());
}

TEST_CASE("six-degree and three-degree prefixes are told apart") {
    const Box sixDegree{19'725'000, 3'846'996, 19'740'000, 3'860'236};
    const auto chosen = chooseCrs("", "", sixDegree, crs("EPSG:4547"));
    REQUIRE(chosen);
    CHECK(chosen->crs.epsg == 4497);
}

TEST_CASE("without a .prj degrees are degrees, and six digits are the plan's system") {
    const auto geographic = chooseCrs("", "", degrees, crs("EPSG:4547"));
    REQUIRE(geographic);
    CHECK(geographic->crs.geographic);
    const auto planar = chooseCrs("", "", plain, crs("EPSG:4547"));
    REQUIRE(planar);
    CHECK(planar->crs.epsg == 4547);
}

TEST_CASE("north before east is put right and said") {
    for (const auto& box : {swapped(plain), swapped(prefixed), swapped(degrees)}) {
        const auto chosen = chooseCrs("", "", box, crs("EPSG:4547"));
        REQUIRE(chosen);
        CHECK(chosen->swapped);
        CHECK(std::ranges::any_of(chosen->warnings, [](const auto& text) {
            return text.find("north before east") != std::string::npos;
        }));
    }
    const auto said = chooseCrs("", "EPSG:4326", swapped(degrees), crs("EPSG:4547"));
    REQUIRE(said);
    CHECK(said->swapped);
}

TEST_CASE("digits that contradict the file win over it, with a warning") {
    // the .prj says zone 38, the eastings begin with 37
    const Box zone37{37'649'639, 3'846'996, 37'665'255, 3'860'236};
    const auto wrongZone = chooseCrs("", "EPSG:4526", zone37, crs("EPSG:4547"));
    REQUIRE(wrongZone);
    CHECK(wrongZone->crs.epsg == 4525);
    CHECK(wrongZone->from == "digits");
    const auto missingPrefix = chooseCrs("", "EPSG:4547", prefixed, crs("EPSG:4547"));
    REQUIRE(missingPrefix);
    CHECK(missingPrefix->crs.epsg == 4526);
    const auto notDegrees = chooseCrs("", "EPSG:4326", plain, crs("EPSG:4547"));
    REQUIRE(notDegrees);
    CHECK(notDegrees->crs.epsg == 4547);
}

TEST_CASE("the option wins over everything") {
    const auto chosen = chooseCrs("EPSG:4548", "EPSG:4547", plain, crs("EPSG:4547"));
    REQUIRE(chosen);
    CHECK(chosen->crs.epsg == 4548);
    CHECK(chosen->from == "option");
    const auto wrong = chooseCrs("EPSG:99999", "", plain, crs("EPSG:4547"));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == ErrorCode::BadCrs);
}

TEST_CASE("coordinates that tell nothing are an error that says what to do") {
    const auto chosen = chooseCrs("", "", Box{1e7, 1e7, 2e7, 2e7}, crs("EPSG:4547"));
    REQUIRE_FALSE(chosen);
    CHECK(chosen.error().code == ErrorCode::BadCrs);
    CHECK(chosen.error().message.find("--crs") != std::string::npos);
}

TEST_CASE("places outside China keep the order their file gives") {
    const auto chosen = chooseCrs("", "EPSG:4326", Box{2.29, 48.65, 2.34, 48.69}, crs("EPSG:2154"));
    REQUIRE(chosen);
    CHECK_FALSE(chosen->swapped);
    CHECK(chosen->from == "file");
}
