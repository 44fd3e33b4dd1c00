#include "geo/works/idle.h"
#include "works_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace tuban;

namespace {

IdleFacts sold(const std::string& startDue) {
    IdleFacts facts;
    facts.supplyStatus = "sold";
    facts.startDue = startDue;
    return facts;
}

IdleFacts halted(const std::string& since) {
    auto facts = sold("2020-01-01");
    facts.actualStart = "2020-02-01";
    facts.haltedSince = since;
    return facts;
}

IdleState stateOn(const IdleFacts& facts, const char* day) {
    return judgeIdle(facts, day).state;
}

} // namespace

TEST_CASE("A parcel is suspected on the day the year is full, not the day before") {
    const auto facts = sold("2023-08-21");
    CHECK(stateOn(facts, "2023-06-21") == IdleState::NotDue); // 61 days before
    CHECK(stateOn(facts, "2023-06-22") == IdleState::Soon);
    CHECK(stateOn(facts, "2023-08-22") == IdleState::Soon); // the start has passed, the year is not full
    CHECK(stateOn(facts, "2024-08-20") == IdleState::Soon);
    CHECK(stateOn(facts, "2024-08-21") == IdleState::Suspected);
    CHECK(judgeIdle(facts, "2024-08-21").rule == "not_started_1y");
    CHECK(judgeIdle(facts, "2024-08-21").daysOver == 366);
    CHECK(judgeIdle(facts, "2025-08-20").rule == "not_started_1y");
    CHECK(judgeIdle(facts, "2025-08-21").rule == "not_started_2y");
}

TEST_CASE("Years are full over leap days and ends of years") {
    CHECK(stateOn(sold("2024-02-29"), "2025-02-28") == IdleState::Soon);
    CHECK(stateOn(sold("2024-02-29"), "2025-03-01") == IdleState::Suspected);
    CHECK(stateOn(sold("2023-02-28"), "2024-02-28") == IdleState::Suspected);
    CHECK(stateOn(sold("2023-12-31"), "2024-12-30") == IdleState::Soon);
    CHECK(stateOn(sold("2023-12-31"), "2024-12-31") == IdleState::Suspected);
    CHECK(stateOn(sold("2024-01-01"), "2024-12-31") == IdleState::Soon);
    CHECK(stateOn(sold("2024-01-01"), "2025-01-01") == IdleState::Suspected);
}

TEST_CASE("Leased land counts like sold land, and a missing date is named") {
    auto facts = sold("2022-01-01");
    facts.supplyStatus = "leased";
    CHECK(stateOn(facts, "2024-08-21") == IdleState::Suspected);
    facts.startDue.clear();
    const auto unknown = judgeIdle(facts, "2024-08-21");
    CHECK(unknown.state == IdleState::Unknown);
    CHECK(unknown.missing == std::vector<std::string>{"start_due"});
    auto unstated = sold("2022-01-01");
    unstated.supplyStatus.clear();
    CHECK(judgeIdle(unstated, "2024-08-21").missing == std::vector<std::string>{"supply_status"});
}

TEST_CASE("Halted land is judged by a third of the area and a quarter of the money") {
    auto facts = halted("2023-08-21");
    facts.devAreaDueM2 = 30000;
    facts.devAreaM2 = 9999;
    facts.investDueWan = 4000;
    facts.investWan = 1000;
    CHECK(stateOn(facts, "2024-06-21") == IdleState::NotDue);
    CHECK(stateOn(facts, "2024-06-22") == IdleState::Soon);
    CHECK(stateOn(facts, "2024-08-20") == IdleState::Soon);
    CHECK(judgeIdle(facts, "2024-08-21").rule == "halted_1y");
    facts.devAreaM2 = 10000; // a third is enough
    CHECK(stateOn(facts, "2024-08-21") == IdleState::NotDue);
    facts.investWan = 999.99;
    CHECK(stateOn(facts, "2024-08-21") == IdleState::Suspected);
}

TEST_CASE("Halted land without figures is unknown, and each missing one is named") {
    auto facts = halted("2023-08-01");
    facts.devAreaDueM2 = 30000;
    facts.investDueWan = 4000;
    const auto unknown = judgeIdle(facts, "2024-08-21");
    CHECK(unknown.state == IdleState::Unknown);
    CHECK(unknown.missing == std::vector<std::string>{"dev_area_m2", "invest_wan"});
    facts.investWan = 10; // one figure can be enough to suspect
    CHECK(stateOn(facts, "2024-08-21") == IdleState::Suspected);
    facts.investWan = 4000; // but not to acquit
    CHECK(stateOn(facts, "2024-08-21") == IdleState::Unknown);
}

TEST_CASE("Idle is only what was decided, from that day on") {
    auto facts = sold("2022-01-01");
    facts.decidedOn = "2024-08-21";
    CHECK(stateOn(facts, "2024-08-20") == IdleState::Suspected);
    CHECK(stateOn(facts, "2024-08-21") == IdleState::Decided);
}

TEST_CASE("A start that lies ahead is none, and one that only a mark tells counts") {
    auto facts = sold("2023-01-01");
    facts.actualStart = "2024-09-01";
    CHECK(stateOn(facts, "2024-08-31") == IdleState::Suspected);
    CHECK(stateOn(facts, "2024-09-01") == IdleState::NotDue);

    WorksPlan works;
    Statement contract(works.plan().database(),
                       "UPDATE parcel SET supply_status = 'leased', start_due = '2023-01-01' WHERE uid = ?1");
    REQUIRE(contract.bind(1, works.west.uid).run());
    const auto find = [&] {
        const auto parcels = idleParcels(works.plan(), {.asOf = "2024-08-21"});
        REQUIRE(parcels);
        REQUIRE(parcels->size() == 1);
        CHECK(parcels->front().uid == works.west.uid);
        CHECK(parcels->front().areaM2 > 0);
        return parcels->front().judgement.state;
    };
    CHECK(find() == IdleState::Suspected);
    const auto setStage = [&](const char* stage) {
        Statement imported(works.plan().database(), "UPDATE parcel SET stage = ?2 WHERE uid = ?1");
        REQUIRE(imported.bind(1, works.west.uid).bind(2, stage).run());
    };
    setStage("building"); // under way when it was imported, whatever the dates
    CHECK(find() == IdleState::NotDue);
    setStage("production");
    CHECK(idleParcels(works.plan(), {.asOf = "2024-08-21"})->empty());
    setStage("land");
    CHECK(find() == IdleState::Suspected);
    REQUIRE(appendMark(works.plan(), draftOf(works.west, "started")));
    CHECK(find() == IdleState::NotDue);
}
