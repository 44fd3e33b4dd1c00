#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tuban {

/// How the classes of a graduated style are bounded.
enum class BreakMethod : std::uint8_t {
    Listed,   ///< by the catalogue
    Quantile, ///< as many features in each
    Equal,    ///< as wide as each other
    Round,    ///< multiples of 1, 2, 2.5 or 5 × 10^n
};
/// "listed", "quantile", "equal", "round"
[[nodiscard]] std::optional<BreakMethod> breakMethodOf(std::string_view word);
[[nodiscard]] std::string_view codeOf(BreakMethod method);

/// Bounds between `classes` classes of values: ascending, all above the least value and none above the
/// greatest; a value on a bound belongs to the class above it. Bounds are rounded to three significant
/// digits, so that a legend that writes them says what was done. Fewer bounds where values are few or alike;
/// none without values.
/// \param values in any order, finite \pre classes > 1, method is not Listed
[[nodiscard]] std::vector<double> classBreaks(std::vector<double> values, BreakMethod method, int classes);

/// Index of the class that a value falls in, 0..breaks.size().
[[nodiscard]] std::size_t classOfValue(double value, const std::vector<double>& breaks);

} // namespace tuban
