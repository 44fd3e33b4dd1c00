#pragma once

#include "geo/plan/snapshot.h"

#include <span>

namespace tuban {

/// The features of a layer whose box meets one of the windows, by its spatial index.
/// \param windows plan CRS. \return as readSnapshot()
[[nodiscard]] Result<std::shared_ptr<const LayerSnapshot>>
readSnapshotIn(const Plan& plan,
               const std::string& layer,
               const std::vector<std::string>& columns,
               std::span<const Box> windows,
               const Progress& progress = {});

} // namespace tuban
