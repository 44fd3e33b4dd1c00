#pragma once

#include "geo/base/text.h"
#include "geo/report/report.h"
#include "geo/works/light.h"
#include "geo/works/target.h"

#include <optional>
#include <string>
#include <vector>

namespace tuban {

/// "滞后" or "Late": a light in a report.
[[nodiscard]] std::string lightName(Light light, const std::string& language);

[[nodiscard]] inline Value numberOrNull(const std::optional<double>& number) {
    return number ? Value(*number) : Value();
}

/// What a target plans: a number, "3–5" for a range, nothing where it only watches.
[[nodiscard]] Value plannedOf(const Target& target);

/// Adds a row whose first cell is its number.
inline void addNumbered(ReportList& list, std::vector<Value> cells) {
    cells.insert(cells.begin(), static_cast<std::int64_t>(list.rows.size()) + 1);
    list.rows.push_back(std::move(cells));
}

} // namespace tuban
