#pragma once

#include "geo/plan/features.h"
#include "geo/works/light.h"

namespace tuban {

/// The light of a feature; nullptr for one that is no work. Lives as long as `lights`.
[[nodiscard]] inline const LightOfWork* lightOf(const LightsByLayer& lights, const FeatureRef& feature) {
    const auto layer = lights.find(feature.layer);
    if (layer == lights.end()) {
        return nullptr;
    }
    const auto found = layer->second.find(feature.uid);
    return found == layer->second.end() ? nullptr : &found->second;
}

} // namespace tuban
