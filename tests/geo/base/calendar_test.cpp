#include "geo/base/calendar.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;

TEST_CASE("Days are counted over ends of months, leap days and ends of years") {
    CHECK(daysLater("2024-08-21", 0) == "2024-08-21");
    CHECK(daysLater("2024-02-28", 1) == "2024-02-29");
    CHECK(daysLater("2023-02-28", 1) == "2023-03-01");
    CHECK(daysLater("2024-12-31", 1) == "2025-01-01");
    CHECK(daysLater("2024-03-01", -1) == "2024-02-29");
    CHECK(daysLater("2024-08-21", -365) == "2023-08-22");
}

TEST_CASE("Months later is the same day of the month, or its last") {
    CHECK(monthsLater("2024-01-31", 1) == "2024-02-29");
    CHECK(monthsLater("2024-02-29", 12) == "2025-02-28");
    CHECK(monthsLater("2024-02-29", 48) == "2028-02-29");
    CHECK(monthsLater("2024-10-15", 3) == "2025-01-15");
    CHECK(monthsLater("2024-12-31", 24) == "2026-12-31");
}
