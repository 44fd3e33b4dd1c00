#pragma once

#include "geo/shape/geometry.h"
#include "geo/shape/shapes_view.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tuban {

/// Straight distance in the plane between a valid Area and any shape, m; 0 where they meet, infinite for an
/// empty one.
[[nodiscard]] double distanceBetween(const AreaView& area, const Geometry& shape);

/// Finds the nearest of some shapes. Refers to them. Immutable: share it const between threads.
class NearestShape {
public:
    explicit NearestShape(std::span<const Geometry> shapes);

    struct Answer {
        std::int64_t index = -1; ///< −1: there is none
        double distanceM = 0;
    };
    /// The first of those at the least distance.
    [[nodiscard]] Answer to(const AreaView& area) const;

private:
    std::span<const Geometry> m_shapes;
    std::vector<Box> m_boxes;
};

} // namespace tuban
