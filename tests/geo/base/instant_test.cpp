#include "geo/base/instant.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;

TEST_CASE("parseDay reads the ways planners write a day") {
    for (const auto* text : {"2024-8-1",
                             "2024-08-01",
                             "2024/08/01",
                             "20240801",
                             "2024年8月1日",
                             "2024.8.1",
                             " 2024-08-01 ",
                             "2024-08-01T09:30:00Z",
                             "2024-08-01 09:30:00"}) {
        CAPTURE(text);
        CHECK(parseDay(text) == "2024-08-01");
    }
}

TEST_CASE("parseDay refuses days that do not exist and texts that are no days") {
    for (const auto* text : {"2023-02-29",
                             "2024-13-01",
                             "20241301",
                             "2024-08",
                             "",
                             "abc",
                             "2024",
                             "24-08-01",
                             "2024x08x01",
                             "2024-08-01x",
                             "1-2-3",
                             "99999999999999",
                             "2024-00-10"}) {
        CAPTURE(text);
        CHECK_FALSE(parseDay(text));
    }
    CHECK(parseDay("2024-02-29") == "2024-02-29");
}

TEST_CASE("daysBetween counts over months, leap days and backwards") {
    CHECK(daysBetween("2024-08-01", "2024-08-21") == 20);
    CHECK(daysBetween("2024-02-28", "2024-03-01") == 2);
    CHECK(daysBetween("2023-02-28", "2023-03-01") == 1);
    CHECK(daysBetween("2024-03-01", "2024-02-28") == -2);
}

TEST_CASE("nowUtc and todayLocal have the shape of ISO 8601") {
    const auto now = nowUtc();
    REQUIRE(now.size() == 20);
    CHECK(now[10] == 'T');
    CHECK(now[19] == 'Z');
    CHECK(parseDay(now) == now.substr(0, 10));
    CHECK(parseDay(todayLocal()) == todayLocal());
}
