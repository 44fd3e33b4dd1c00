#pragma once

namespace tuban {

/// 1 mu (亩) = 2000/3 m²; 15 mu = 1 ha exactly. 666.67 is never used.
inline constexpr double squareMetresPerMu = 2000.0 / 3.0;
inline constexpr double squareMetresPerHectare = 10'000.0;

[[nodiscard]] constexpr double toMu(double areaM2) {
    return areaM2 / squareMetresPerMu;
}
[[nodiscard]] constexpr double toHectares(double areaM2) {
    return areaM2 / squareMetresPerHectare;
}

} // namespace tuban
