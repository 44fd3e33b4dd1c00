#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace tuban {

/// One cell: null, whole number, real number or UTF-8 text. Dates are ISO 8601 text, flags are 0 or 1.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

[[nodiscard]] inline bool isNull(const Value& value) {
    return std::holds_alternative<std::monostate>(value);
}

/// The value as a person would write it: "" for null, shortest exact form for numbers.
[[nodiscard]] std::string toText(const Value& value);

} // namespace tuban
