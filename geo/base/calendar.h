#pragma once

#include <string>
#include <string_view>

namespace tuban {

/// The day so many days later, `YYYY-MM-DD`; earlier for a negative count. \pre day is a valid day
[[nodiscard]] std::string daysLater(std::string_view day, int days);

/// The day so many months later; the last of the month where it has no such day, so that a year after
/// 29 February is 28 February. \pre day is a valid day
[[nodiscard]] std::string monthsLater(std::string_view day, int months);

} // namespace tuban
