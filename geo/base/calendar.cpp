#include "geo/base/calendar.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <format>

namespace tuban {

namespace {

int numberIn(std::string_view day, std::size_t from, std::size_t length) {
    int number = 0;
    std::from_chars(day.data() + from, day.data() + from + length, number);
    return number;
}

std::chrono::year_month_day dateOf(std::string_view day) {
    using namespace std::chrono;
    return year_month_day(year(numberIn(day, 0, 4)),
                          month(static_cast<unsigned>(numberIn(day, 5, 2))),
                          std::chrono::day(static_cast<unsigned>(numberIn(day, 8, 2))));
}

std::string textOf(const std::chrono::year_month_day& date) {
    return std::format("{:04}-{:02}-{:02}",
                       static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

} // namespace

std::string daysLater(std::string_view day, int days) {
    return textOf(std::chrono::sys_days(dateOf(day)) + std::chrono::days(days));
}

std::string monthsLater(std::string_view day, int months) {
    using namespace std::chrono;
    const auto date = dateOf(day);
    const year_month month = date.year() / date.month() + std::chrono::months(months);
    const auto last = year_month_day_last(month.year(), month_day_last(month.month())).day();
    return textOf(month / std::min(date.day(), last));
}

} // namespace tuban
