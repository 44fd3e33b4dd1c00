#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tuban {

/// "1,234,567.80": thousands grouped, `decimals` places.
[[nodiscard]] std::string grouped(double number, int decimals);
[[nodiscard]] std::string grouped(std::int64_t number);

/// One area as a planner reads it, three cells: m² (2 decimals), mu (2), hectares (4).
[[nodiscard]] std::vector<std::string> areaCells(double areaM2);

} // namespace tuban
