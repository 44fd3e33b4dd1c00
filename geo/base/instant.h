#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tuban {

/// The present instant as `YYYY-MM-DDTHH:MM:SSZ` (UTC).
[[nodiscard]] std::string nowUtc();

/// The present calendar day as `YYYY-MM-DD` in local time.
[[nodiscard]] std::string todayLocal();

/// `text` as a calendar day `YYYY-MM-DD` if it is one in any form planners write (2024-8-1, 2024/08/01,
/// 20240801, 2024年8月1日, or an instant of which the day is taken); nullopt otherwise or when the day does
/// not exist.
[[nodiscard]] std::optional<std::string> parseDay(std::string_view text);

/// Days from `from` to `to`, both `YYYY-MM-DD`. \pre both are valid days
[[nodiscard]] int daysBetween(std::string_view from, std::string_view to);

} // namespace tuban
