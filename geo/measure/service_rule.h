#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// Sites of at least `minM2` serve what lies within `radiusM` of their edge, in a straight line.
struct ServiceStep {
    double minM2 = 0;
    double radiusM = 0;
};

/// Service radius by the size of a site.
struct ServiceRule {
    std::vector<ServiceStep> steps; ///< largest size first

    /// \return 0 for a site that is too small to count
    [[nodiscard]] double radiusOf(double areaM2) const;
    /// One radius for all.
    [[nodiscard]] static ServiceRule all(double radiusM) {
        return {.steps = {{.minM2 = 0, .radiusM = radiusM}}};
    }
};

struct ServicePreset {
    std::string name;
    ServiceRule rule;
};

/// The rules of the field: `check2022` (urban check-up 2021/22, as GB/T 50563-2010: from 5000 m² 500 m, from
/// 2000 m² 300 m), `garden2022` (garden-city criteria 2022: from 5000 m² 500 m, from 400 m² 300 m), `all300`
/// and `all500`.
[[nodiscard]] const std::vector<ServicePreset>& servicePresets();

} // namespace tuban
