// Two people's copies of a plan, brought together.
#include "tests/cli/program.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <filesystem>

using namespace tuban::test;
using Catch::Matchers::ContainsSubstring;

namespace {

std::string parcelOf(const std::string& plan) {
    const Json list =
        answer({"list", plan, "--layer", "parcel", "--where", "parcel_no = '高新-001'", "--json"});
    return "parcel:" + list.at("features")[0].at("uid").get<std::string>();
}

std::size_t worksMarked(const std::string& plan) {
    return answer({"progress", plan, "--as-of", "2024-08-21", "--json"}).at("features").size();
}

} // namespace

TEST_CASE("a colleague's marks come into the plan once, and undo takes them out again") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const std::string copy = folder / "同事副本.sqlite";
    REQUIRE(tubanRun({"copy", plan, copy}).exitCode == 0);
    const std::string parcel = parcelOf(plan);
    REQUIRE(
        tubanRun({"mark", copy, "--feature", parcel, "--stage", "building", "--on", "2024-08-20"}).exitCode ==
        0);
    CHECK(worksMarked(plan) == 0);

    const Json first = answer({"merge", plan, copy, "--json"});
    CHECK(missingKeys(first, {"plan", "other", "marks", "added", "changed", "removed", "conflicts"}).empty());
    CHECK(first["marks"] == 1);
    CHECK(first["conflicts"].empty());
    CHECK(worksMarked(plan) == 1);
    const Json again = answer({"merge", plan, copy, "--json"});
    CHECK(again["marks"] == 0);
    CHECK(again["added"] == 0);
    CHECK(worksMarked(plan) == 1);

    REQUIRE(tubanRun({"undo", plan}).exitCode == 0);
    const Json undone = answer({"progress", plan, "--as-of", "2024-08-21", "--json"});
    for (const Json& feature : undone["features"]) {
        CHECK(feature["stage"].is_null());
    }
}

TEST_CASE("what is no copy of the plan is refused, and the plan stays as it was") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const std::string stranger = folder / "别处.sqlite";
    REQUIRE(tubanRun({"new", stranger, "--crs", "EPSG:4547"}).exitCode == 0);
    const Outcome refused = tubanRun({"merge", plan, stranger});
    CHECK(refused.exitCode == 3);
    CHECK_THAT(refused.err, ContainsSubstring("no copy"));
    CHECK(answer({"list", plan, "--layer", "parcel", "--json"})["features"].size() == 4);
    CHECK(tubanRun({"merge", plan, folder / "none.sqlite"}).exitCode == 3);
    CHECK(tubanRun({"merge", plan}).exitCode == 2);
}
