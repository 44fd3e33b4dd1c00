#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/measure/topology.h"
#include "geo/plan/snapshot.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace tuban {

/// What a check of one layer found. Findings name features by their position in the snapshot.
struct LayerCheck {
    std::shared_ptr<const LayerSnapshot> snapshot;
    std::size_t checked = 0; ///< features with a shape that are not retired
    bool coverage = false;   ///< looked at for overlaps, gaps and the boundary as well
    std::vector<TopologyFinding> findings;
};

/// Whether the features of a layer should cover the land once: parcels, plan blocks, survey patches. Zones,
/// projects and parks may lie on each other by design.
[[nodiscard]] bool isCoverage(const Layer& layer);

/// Checks the Areas of a layer, or of all layers that have features. Where the plan has administrative areas
/// (area_unit, kind admin) the parts of a coverage of more than 1 m² outside of them are findings too.
/// \param layer empty: all. \return Error::Usage for an unknown layer or one without areas
[[nodiscard]] Result<std::vector<LayerCheck>>
checkLayers(const Plan& plan, const std::string& layer, const Progress& progress = {});

} // namespace tuban
