#pragma once

#include "app/cli/measuring.h"
#include "geo/measure/dead_ends.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tuban {

struct RoadsQuestion {
    std::string layer = "road_project";
    std::string over; ///< layer to give the density over; empty: none
    std::string method = "ellipsoidal";
    bool deadEnds = false;
};

/// A road network by figures: dual carriageways count once.
struct Roads {
    struct Density {
        std::string uid, name;
        double lengthM = 0;
        double areaM2 = 0;
        [[nodiscard]] double kmPerKm2() const { return areaM2 > 0 ? lengthM * 1000 / areaM2 : 0; }
    };
    const Layer* layer = nullptr;
    std::shared_ptr<const LayerSnapshot> snapshot;
    std::vector<std::uint32_t> chosen; ///< positions of the roads that count
    double lengthM = 0;
    std::map<std::string, double> byGrade, byStage; ///< code, m; "unknown" where there is none
    std::vector<Density> within;                    ///< each feature of the layer `over`
    std::optional<Density> density;                 ///< all of them together, each place once
    std::vector<DeadEnd> deadEnds;                  ///< roads by their place in `chosen`

    [[nodiscard]] std::string uid(std::uint32_t road) const { return snapshot->uid(chosen[road]); }
    [[nodiscard]] std::string name(std::uint32_t road) const {
        return nameOf(*layer, *snapshot, chosen[road]);
    }
};

/// Roads whose stage means closed, and those taken out of the plan, do not count.
/// \return Error::Usage for a layer that is unknown or holds no lines
[[nodiscard]] Result<Roads>
measureRoads(const Plan& plan, const RoadsQuestion& question, const Progress& progress);

} // namespace tuban
