#include "geo/base/instant.h"

#include "geo/base/text.h"

#include <array>
#include <chrono>
#include <ctime>
#include <format>

namespace tuban {

namespace {

/// The runs of ASCII digits of a text; what stands between them is not looked at.
std::vector<std::string> digitRuns(std::string_view text) {
    std::vector<std::string> runs;
    bool inside = false;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !inside) {
            runs.emplace_back();
        }
        if (digit) {
            runs.back() += c;
        }
        inside = digit;
    }
    return runs;
}

std::optional<std::string> dayOf(const std::string& year, const std::string& month, const std::string& day) {
    if (year.size() != 4 || month.empty() || month.size() > 2 || day.empty() || day.size() > 2) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(std::stoi(year)),
                                           std::chrono::month(static_cast<unsigned>(std::stoi(month))),
                                           std::chrono::day(static_cast<unsigned>(std::stoi(day)))};
    if (!date.ok()) {
        return std::nullopt;
    }
    return std::format("{:%F}", date);
}

/// What a planner puts between year, month and day: the same sign twice, or 年 and 月.
bool isDaySeparator(std::string_view between) {
    static constexpr std::array<std::string_view, 6> known{"-", "/", ".", "年", "月", "－"};
    for (const auto sign : known) {
        if (between == sign) {
            return true;
        }
    }
    return false;
}

bool isDayTail(std::string_view tail) {
    return tail.empty() || tail == "日" || tail == "号" || tail.front() == 'T' || tail.front() == ' ' ||
           tail.starts_with("日 ");
}

std::chrono::sys_days sysDays(std::string_view day) {
    const auto number = [&](std::size_t at, std::size_t length) {
        return std::stoi(std::string(day.substr(at, length)));
    };
    return std::chrono::sys_days{std::chrono::year(number(0, 4)) /
                                 static_cast<int>(static_cast<unsigned>(number(5, 2))) / number(8, 2)};
}

} // namespace

std::string nowUtc() {
    return std::format("{:%FT%TZ}",
                       std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

std::string todayLocal() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return std::format("{:04}-{:02}-{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

std::optional<std::string> parseDay(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || text.front() < '0' || text.front() > '9') {
        return std::nullopt;
    }
    const auto runs = digitRuns(text);
    if (runs.front().size() == 8) {
        if (!isDayTail(text.substr(8))) {
            return std::nullopt;
        }
        return dayOf(runs[0].substr(0, 4), runs[0].substr(4, 2), runs[0].substr(6, 2));
    }
    if (runs.size() < 3) {
        return std::nullopt;
    }
    const auto monthAt = text.find(runs[1], runs[0].size());
    const auto dayAt = text.find(runs[2], monthAt + runs[1].size());
    const auto first = text.substr(runs[0].size(), monthAt - runs[0].size());
    const auto second = text.substr(monthAt + runs[1].size(), dayAt - monthAt - runs[1].size());
    if (!isDaySeparator(first) || !isDaySeparator(second) ||
        !isDayTail(text.substr(dayAt + runs[2].size()))) {
        return std::nullopt;
    }
    return dayOf(runs[0], runs[1], runs[2]);
}

int daysBetween(std::string_view from, std::string_view to) {
    return static_cast<int>((sysDays(to) - sysDays(from)).count());
}

} // namespace tuban
