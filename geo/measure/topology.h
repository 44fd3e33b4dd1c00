#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/shape/shapes_view.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tuban {

/// Something wrong with a shape, or with how it lies among others.
struct TopologyFinding {
    enum class Kind { Invalid, Overlap, Gap, Duplicate, Sliver, Outside };
    Kind kind = Kind::Invalid;
    std::uint32_t feature = 0;
    std::int64_t other = -1; ///< −1: none
    Point at;                ///< plan CRS
    double areaM2 = -1;      ///< of what is wrong, in the plane; negative: not an area
    std::string reason;      ///< GEOS' words, of an invalid shape
    Geometry shape;          ///< of what is wrong, where it has one
};

struct TopologyRules {
    /// The layer should be a coverage: its features may not lie on each other and leave no gaps.
    bool coverage = false;
    /// Facing edges nearer than this leave a gap; wider land between two features is a street.
    double gapWidthM = 0.5;
    /// An Area that is narrower on average (2 · area / perimeter) is a sliver.
    double sliverWidthM = 0.2;
};

/// Looks at the Areas `chosen`, in their order: invalid ones (GEOS), slivers, duplicates; in a coverage
/// overlaps and gaps as well. Findings come by kind, then by feature.
/// \return Error::Cancelled, BadGeometry
[[nodiscard]] Result<std::vector<TopologyFinding>> checkTopology(const ShapesView& shapes,
                                                                 std::span<const std::uint32_t> chosen,
                                                                 const TopologyRules& rules,
                                                                 const Progress& progress = {});

} // namespace tuban
