#pragma once

#include "geo/measure/road_graph.h"

#include <optional>
#include <vector>

namespace tuban {

/// A road that ends inside the network, and what it would meet if it went on.
struct DeadEnd {
    Point at; ///< plan CRS
    std::uint32_t road = 0;
    struct Facing {
        Point at;
        std::uint32_t road = 0;
        double gapM = 0;
        double detourM = 0; ///< along the roads as they are; infinite where there is no way
        [[nodiscard]] double savedM() const { return detourM - gapM; }
    };
    std::optional<Facing> facing; ///< none within farthestM ahead
};

struct DeadEndRules {
    double farthestM = 500; ///< how far ahead a road may be
    double edgeM = 100;     ///< ends nearer to the edge of the network lead out of it
};

/// Nodes of degree one that do not lie at the edge of the network, which is the convex hull of all roads.
/// What an end faces is the nearest road within 45° of its direction. Largest detour saved first, then those
/// that face nothing.
[[nodiscard]] std::vector<DeadEnd> deadEndsOf(const RoadGraph& graph, const DeadEndRules& rules = {});

} // namespace tuban
