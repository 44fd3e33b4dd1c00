#pragma once

#include "app/paint/scene.h"
#include "geo/crs/crs.h"

#include <QTemporaryDir>

#include <string>
#include <vector>

namespace tuban::test {

/// A plan that the proofs are held against.
struct ProofPlan {
    std::string name;
    std::string crs; ///< of its coordinates, "EPSG:4549"
    Scene scene;     ///< every layer with features, lowest first
};

/// The demo, and where the real data are there, the land uses and roads of a district of Wuxi and the land
/// uses of the middle of Hangzhou. Ends the program when one cannot be made.
[[nodiscard]] std::vector<ProofPlan> makeProofPlans(const QTemporaryDir& folder);

/// The table of a layer, null when the plan has none.
[[nodiscard]] std::shared_ptr<const DisplayLayer> tableOf(const ProofPlan& plan, const std::string& layer);

/// A view of 1,000 × 700 pixels over the middle of the parcels.
[[nodiscard]] View viewAt(const ProofPlan& plan, double metresPerPixel);

} // namespace tuban::test
