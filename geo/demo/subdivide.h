#pragma once

#include "geo/demo/convex.h"
#include "geo/demo/land_use_mix.h"
#include "geo/demo/street_grid.h"

#include <string_view>
#include <vector>

namespace tuban {

/// Green or water along one side of a block, cut off before the rest is divided.
struct Strip {
    int side = 0;     ///< 0 lower, 1 right, 2 upper, 3 left
    double toM = 25;  ///< its inner edge from that side; strips of one side follow each other inwards
    int corridor = 0; ///< the corridor it is part of
    std::string_view code;
};

struct Piece {
    std::vector<Point> ring; ///< with the corners of its neighbours on its edges
    std::string_view code;
    double areaM2 = 0;
    int corridor = -1; ///< −1: none
};

/// Divides a block into `parcels` pieces without gap or overlap, strips first. Lines of division follow the
/// sides of the block. \pre parcels > strips.size()
[[nodiscard]] std::vector<Piece> subdivide(const BlockRing& block,
                                           BlockKind kind,
                                           int parcels,
                                           int ordinal,
                                           const std::vector<Strip>& strips,
                                           Random& random);

/// The points of a block's boundary from its corner `first` to the corner after side `last` (0…7, see
/// BlockRing), with those of its pieces.
[[nodiscard]] std::vector<Point>
boundary(const BlockRing& block, const std::vector<Point>& corners, int first, int last);

} // namespace tuban
