#include "geo/measure/service_rule.h"

namespace tuban {

double ServiceRule::radiusOf(double areaM2) const {
    for (const ServiceStep& step : steps) {
        if (areaM2 >= step.minM2) {
            return step.radiusM;
        }
    }
    return 0;
}

const std::vector<ServicePreset>& servicePresets() {
    static const std::vector<ServicePreset> presets{
        {"check2022", {.steps = {{.minM2 = 5000, .radiusM = 500}, {.minM2 = 2000, .radiusM = 300}}}},
        {"garden2022", {.steps = {{.minM2 = 5000, .radiusM = 500}, {.minM2 = 400, .radiusM = 300}}}},
        {"all300", ServiceRule::all(300)},
        {"all500", ServiceRule::all(500)},
    };
    return presets;
}

} // namespace tuban
