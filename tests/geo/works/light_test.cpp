#include "geo/works/light.h"
#include "works_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>

using namespace tuban;

namespace {

constexpr auto today = "2024-08-21";

WorkFacts plannedToStart(std::string day) {
    WorkFacts facts;
    facts.planStart = std::move(day);
    return facts;
}

/// Under way from the first to the last day of a hundred days.
WorkFacts underWay(double percent) {
    WorkFacts facts;
    facts.means = Stage::Means::Started;
    facts.planStart = facts.actualStart = "2024-01-01";
    facts.planComplete = "2024-04-10"; // 100 days
    facts.percent = percent;
    facts.heard = "2024-01-01";
    return facts;
}

/// Day 50 of the hundred.
constexpr auto halfway = "2024-02-20";

WorkFacts withNode(WorkFacts::Node node) {
    WorkFacts facts;
    facts.means = Stage::Means::Started;
    facts.planComplete = "2025-12-31";
    facts.nodes.push_back(std::move(node));
    return facts;
}

const LightReason* reasonOf(const LightOfWork& work, LightReason::Aspect aspect) {
    const auto found = std::ranges::find(work.reasons, aspect, &LightReason::aspect);
    return found == work.reasons.end() ? nullptr : &*found;
}

Light startLight(const std::string& planned) {
    return judge(plannedToStart(planned), today).light;
}

} // namespace

TEST_CASE("a start is on plan until its month, due in it and for three months, late after that") {
    CHECK(startLight("2024-09-01") == Light::OnPlan);
    CHECK(startLight("2024-08-31") == Light::Due);
    CHECK(startLight("2024-08-21") == Light::Due);
    CHECK(startLight("2024-05-21") == Light::Due);
    CHECK(startLight("2024-05-20") == Light::Late);
    CHECK(startLight("2024-02-21") == Light::Late);
    CHECK(startLight("2024-02-20") == Light::BadlyLate);
    const LightOfWork late = judge(plannedToStart("2024-05-20"), today);
    CHECK(late.lateDays == 93);
    CHECK(late.why.zh == "计划 2024-05-20 开工，已过 93 天仍未开工。");
    CHECK(late.why.en == "Planned to start on 2024-05-20; 93 days have passed without a start.");
}

TEST_CASE("three months after the last of November are counted to the last of February") {
    WorkFacts facts = plannedToStart("2023-11-30");
    CHECK(judge(facts, "2024-02-29").light == Light::Due);
    CHECK(judge(facts, "2024-03-01").light == Light::Late);
}

TEST_CASE("a work that has started is no longer late in starting") {
    WorkFacts facts = plannedToStart("2024-01-01");
    facts.actualStart = "2024-03-01";
    facts.means = Stage::Means::Started;
    CHECK(judge(facts, today).light == Light::OnPlan);
}

TEST_CASE("progress ten points behind is slow, more than thirty late") {
    const auto light = [](double percent) { return judge(underWay(percent), halfway).light; };
    CHECK(light(41) == Light::OnPlan);
    CHECK(light(40) == Light::Due);
    CHECK(light(20) == Light::Due);
    CHECK(light(19) == Light::Late);
    CHECK_THAT(judge(underWay(40), halfway).plannedPercent.value(), Catch::Matchers::WithinAbs(50, 1e-9));
}

TEST_CASE("a completion is late the day after, badly late after ninety days") {
    WorkFacts facts;
    facts.means = Stage::Means::Started;
    facts.planComplete = "2024-05-23";
    CHECK(judge(facts, "2024-05-23").light == Light::OnPlan);
    CHECK(judge(facts, "2024-05-24").light == Light::Late);
    CHECK(judge(facts, today).light == Light::Late); // 90 days
    CHECK(judge(facts, "2024-08-22").light == Light::BadlyLate);
}

TEST_CASE("registration is due a month after the start and late after two") {
    WorkFacts facts;
    facts.means = Stage::Means::Started;
    facts.planComplete = "2026-01-01";
    facts.mustRegister = true;
    const auto light = [&facts](const char* start) {
        facts.actualStart = start;
        return judge(facts, today).light;
    };
    CHECK(light("2024-07-22") == Light::OnPlan);
    CHECK(light("2024-07-21") == Light::Due);
    CHECK(light("2024-06-21") == Light::Due);
    CHECK(light("2024-06-20") == Light::Late);
    facts.isRegistered = true;
    CHECK(light("2024-01-01") == Light::OnPlan);
}

TEST_CASE("a node is due in the last fifth of its time, late when overdue, badly late after thirty days") {
    const auto light = [](const char* due, const char* begin) {
        return judge(withNode({.name = {"封顶", "Topping out"}, .due = due, .begin = begin}), today).light;
    };
    CHECK(light("2024-09-10", "2024-06-01") == Light::Due);    // 20 of 101 days left
    CHECK(light("2024-09-11", "2024-06-02") == Light::OnPlan); // 21 of 101
    CHECK(light("2024-08-28", "2024-08-20") == Light::Due);    // a short one: a week before
    CHECK(light("2024-08-29", "2024-08-20") == Light::OnPlan);
    CHECK(light("2024-08-21", "") == Light::Due);
    CHECK(light("2024-08-20", "") == Light::Late);
    CHECK(light("2024-07-22", "") == Light::Late); // 30 days
    CHECK(light("2024-07-21", "") == Light::BadlyLate);
    CHECK(judge(withNode({.name = {"封顶", "Topping out"}, .due = "2024-07-21", .begin = "", .done = true}),
                today)
              .light == Light::OnPlan);
}

TEST_CASE("the worst of a work is its light and says why") {
    WorkFacts facts = underWay(35);
    facts.nodes.push_back({.kind = WorkFacts::Node::Kind::Blocker,
                           .name = {"土地", "Land"},
                           .due = "2024-02-10",
                           .begin = "2024-01-10"});
    const LightOfWork work = judge(facts, halfway);
    CHECK(work.light == Light::Late);
    CHECK(work.why.zh == "堵点“土地”应于 2024-02-10 完成，已逾期 10 天。");
    CHECK(work.lateDays == 10);
    REQUIRE(reasonOf(work, LightReason::Aspect::Progress) != nullptr);
    CHECK(reasonOf(work, LightReason::Aspect::Progress)->light == Light::Due);
}

TEST_CASE("a work without a planned date is never green") {
    WorkFacts facts;
    CHECK(judge(facts, today).light == Light::Unplanned);
    facts.means = Stage::Means::Started;
    facts.actualStart = "2024-08-01";
    facts.mustRegister = true; // registration alone keeps its plan
    CHECK(judge(facts, today).light == Light::Unplanned);
    facts.nodes.push_back(
        {.kind = WorkFacts::Node::Kind::Blocker, .name = {"土地", "Land"}, .due = "2024-08-01"});
    CHECK(judge(facts, today).light == Light::Late);
}

TEST_CASE("what is done is done and what is halted says so") {
    WorkFacts facts = plannedToStart("2020-01-01");
    facts.planComplete = "2021-01-01";
    facts.halted = true;
    CHECK(judge(facts, today).light == Light::Halted);
    facts.means = Stage::Means::InService;
    CHECK(judge(facts, today).light == Light::Done);
}

TEST_CASE("silence is a badge of its own and never changes the light") {
    WorkFacts facts = plannedToStart("2024-12-01");
    facts.heard = "2024-07-22"; // 30 days
    CHECK_FALSE(judge(facts, today).silent);
    facts.heard = "2024-07-21";
    CHECK(judge(facts, today).silent);
    CHECK(judge(facts, today).light == Light::OnPlan);
    facts.isAgreed = true;
    facts.heard = "2024-06-22"; // 60 days
    CHECK_FALSE(judge(facts, today).silent);
    facts.heard = "2024-06-21";
    CHECK(judge(facts, today).silent);
    facts.means = Stage::Means::Started;
    facts.heard = "2024-08-07"; // 14 days
    CHECK_FALSE(judge(facts, today).silent);
    facts.heard = "2024-08-06";
    CHECK(judge(facts, today).silent);
    facts.heard.clear();
    CHECK_FALSE(judge(facts, today).silent);
}

TEST_CASE("lights are read from the plan's tables on the day that is asked for") {
    WorksPlan works;
    Plan& plan = works.plan();
    const auto run = [&plan](const std::string& sql) {
        Statement statement(plan.database(), sql);
        REQUIRE(statement.run());
    };
    run("UPDATE key_project SET plan_start = '2024-05-20', stage = 'approval' WHERE uid = '" +
        works.project.uid + "'");
    run("UPDATE parcel SET start_due = '2024-09-30' WHERE uid = '" + works.west.uid + "'");
    const auto light = [&plan](const FeatureRef& ref, std::string_view day) {
        return readLights(plan, day).value()[ref.layer].at(ref.uid);
    };
    CHECK(light(works.project, "2024-08-20").light == Light::Due);
    CHECK(light(works.project, "2024-08-21").light == Light::Late);
    CHECK(light(works.west, today).light == Light::OnPlan);
    CHECK_FALSE(readLights(plan, today).value()["parcel"].contains(works.east.uid)); // no contract: no work

    SECTION("a mark wins over the column") {
        MarkDraft draft = draftOf(works.project, "building");
        draft.onDate = "2024-08-10";
        REQUIRE(appendMark(plan, draft));
        CHECK(light(works.project, "2024-08-09").light == Light::Due);
        const LightOfWork now = light(works.project, today);
        CHECK(now.light == Light::OnPlan);
        CHECK(now.silentDays == 11);
    }
    SECTION("an open blocker past its day makes it late") {
        run("UPDATE key_project SET plan_start = '2025-05-20' WHERE uid = '" + works.project.uid + "'");
        run("INSERT INTO blocker(uid, subject, subject_uid, kind, what, until) VALUES ('b1', 'key_project', "
            "'" +
            works.project.uid + "', 'land', '土地', '2024-08-20')");
        CHECK(light(works.project, today).light == Light::Late);
        run("UPDATE blocker SET closed = '2024-08-20'");
        CHECK(light(works.project, today).light == Light::OnPlan);
    }
    SECTION("a milestone's time runs from the one before") {
        run("UPDATE key_project SET plan_start = '2025-05-20' WHERE uid = '" + works.project.uid + "'");
        const auto milestone = [&](int seq, const std::string& due, const std::string& done) {
            run("INSERT INTO milestone(uid, subject, subject_uid, seq, name, plan_date, actual_date) VALUES "
                "('m" +
                std::to_string(seq) + "', 'key_project', '" + works.project.uid + "', " +
                std::to_string(seq) + ", '封顶', '" + due + "', " +
                (done.empty() ? "NULL" : "'" + done + "'") + ")");
        };
        milestone(1, "2024-06-01", "2024-06-01");
        milestone(2, "2024-09-10", "");
        CHECK(light(works.project, today).light == Light::Due);
        CHECK(light(works.project, "2024-08-20").light == Light::OnPlan);
    }
}
