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
    std::vector<Point> hole; ///< where another piece lies inside; may be empty
    std::string_view code;
    int corridor = -1; ///< −1: none
};

/// How a block is divided.
struct BlockWish {
    BlockKind kind = BlockKind::Residential;
    int parcels = 1;
    int ordinal = 0; ///< number of the block among those of its kind
    std::vector<Strip> strips;
};

/// Divides a block into wish.parcels pieces without gap or overlap, strips first. Lines of division follow
/// the sides of the block; some blocks have a lane, some pieces lie inside another. \pre parcels >
/// strips.size()
[[nodiscard]] std::vector<Piece> subdivide(const BlockRing& block, const BlockWish& wish, Random& random);

/// True for an edge on the boundary of the block.
[[nodiscard]] bool onBoundary(const BlockRing& block, Point a, Point b);

/// The points of a block's boundary from its corner `first` to the corner after side `last` (0…7, see
/// BlockRing), with those of its pieces.
[[nodiscard]] std::vector<Point>
boundary(const BlockRing& block, const std::vector<Point>& corners, int first, int last);

} // namespace tuban
