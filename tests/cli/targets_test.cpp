// The year's targets, and land that may be idle, of an illustrative district.
#include "tests/cli/program.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <set>

using namespace tuban::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

using Keys = std::vector<std::string>;

/// \param folder where the plan is made
std::string demoPlan(const Folder& folder) {
    std::string plan = folder / "示例.sqlite";
    REQUIRE(tubanRun({"demo", plan, "--parcels", "400"}).exitCode == 0);
    return plan;
}

Json targetNamed(const Json& document, const std::string& code) {
    for (const Json& target : document.at("targets")) {
        if (target.at("code") == code) {
            return target;
        }
    }
    return {};
}

} // namespace

TEST_CASE("targets answers with all targets of the year, and no push has a share") {
    const Folder folder;
    const std::string plan = demoPlan(folder);
    const Json now = answer({"targets", plan, "--json"});
    CHECK(now["as_of"] == "2024-08-21"); // the plan's own clock
    REQUIRE(now["targets"].size() == 42);
    for (const Json& target : now["targets"]) {
        INFO(target.dump());
        CHECK(missingKeys(target,
                          {"code",
                           "name",
                           "kind",
                           "word",
                           "unit",
                           "plan",
                           "window",
                           "due",
                           "actual",
                           "baseline",
                           "light",
                           "split",
                           "features"}) == Keys{});
        CHECK((target["kind"] != "push" || !target.contains("share")));
        std::set<std::string> once;
        for (const Json& feature : target["features"]) {
            CHECK(once.insert(feature.get<std::string>()).second);
        }
    }
    const Json register141 = targetNamed(now, "T01");
    CHECK(register141["kind"] == "push");
    CHECK(register141["actual"] == 141.0);
    const Json base = targetNamed(now, "T24");
    CHECK_THAT(base["actual"].get<double>(), WithinAbs(337 * 2000.0 / 3 / 10000, 1e-3)); // of 340 mu declared
    const Json housing = targetNamed(now, "T04");
    CHECK(housing["actual"].get<double>() > 0);
    CHECK(housing["expected_share"].get<double>() > 0.2);
    const Json early = answer({"targets", plan, "--as-of", "2024-06-30", "--json"});
    CHECK(targetNamed(early, "T04")["actual"] == 0.0); // its window begins in July
    CHECK(targetNamed(early, "T13")["actual"] == 10.8);
}

TEST_CASE("targets writes the month's report, and refuses an ending it cannot write") {
    const Folder folder;
    const std::string plan = demoPlan(folder);
    const Json now = answer({"targets", plan, "--to", folder / "八月.html", "--json"});
    const std::string page = contentOf(folder / "八月.html");
    for (const Json& target : now["targets"]) {
        CHECK_THAT(page, ContainsSubstring("<td>" + target["code"].get<std::string>() + "</td>"));
    }
    CHECK(tubanRun({"targets", plan, "--to", folder / "八月.xlsx"}).exitCode == 0);
    CHECK(contentOf(folder / "八月.xlsx").starts_with("PK"));
    CHECK(tubanRun({"targets", plan, "--to", folder / "八月.docx"}).exitCode == 0);
    CHECK(tubanRun({"targets", plan, "--to", folder / "八月.pdf"}).exitCode == 0);
    CHECK(contentOf(folder / "八月.pdf").starts_with("%PDF"));
    const Outcome refused = tubanRun({"targets", plan, "--to", folder / "八月.odt"});
    CHECK(refused.exitCode == 2);
    CHECK_THAT(refused.err, ContainsSubstring(".pdf, .docx, .xlsx or .html"));
    CHECK_FALSE(std::filesystem::exists(folder / "八月.odt"));
    CHECK(tubanRun({"targets", plan, "--to", folder / "none/八月.docx"}).exitCode == 3);
    for (const auto& each : std::filesystem::directory_iterator(folder.path())) {
        CHECK(each.path().extension() != ".making");
    }
}

TEST_CASE("idle answers with every supplied parcel, what is missing, and totals") {
    const Folder folder;
    const std::string plan = demoPlan(folder);
    const Json now = answer({"idle", plan, "--json"});
    CHECK(now["as_of"] == "2024-08-21");
    REQUIRE_FALSE(now["parcels"].empty());
    int suspected = 0;
    for (const Json& parcel : now["parcels"]) {
        CHECK(missingKeys(parcel,
                          {"uid",
                           "parcel_no",
                           "name",
                           "area_m2",
                           "start_due",
                           "days_over",
                           "state",
                           "rule",
                           "missing",
                           "cause"}) == Keys{});
        suspected += parcel["state"] == "suspected" ? 1 : 0;
        CHECK((parcel["state"] == "unknown") == !parcel["missing"].empty());
    }
    CHECK(suspected > 0);
    CHECK(missingKeys(now["totals"], {"not_due", "soon", "suspected", "decided", "unknown"}) == Keys{});
    CHECK(now["totals"]["suspected"]["count"] == suspected);
}

TEST_CASE("targets and idle refuse days and places that cannot be, in words") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    CHECK(answer({"targets", plan, "--json"})["targets"].empty());
    CHECK(answer({"idle", plan, "--json"})["parcels"].empty());
    CHECK(tubanRun({"targets", plan, "--as-of", "2024-13-01"}).exitCode == 2);
    CHECK(tubanRun({"targets", plan, "--known-by", "yesterday"}).exitCode == 2);
    CHECK(tubanRun({"idle", plan, "--as-of", "31.12."}).exitCode == 2);
    const Outcome nowhere = tubanRun({"idle", plan, "--within", "area_unit:none"});
    CHECK(nowhere.exitCode != 0);
    CHECK_THAT(nowhere.err, ContainsSubstring("area_unit:none"));
    CHECK(tubanRun({"idle", folder / "none.sqlite"}).exitCode == 3);
}
