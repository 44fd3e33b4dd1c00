#pragma once

#include "app/map/tile_cache.h"
#include "app/map/tile_nodes.h"

#include <span>
#include <vector>

namespace tuban {

/// Of the tiles that are wanted those that are there, and below them, where some are missing, what is there
/// of other zooms, the nearest zoom on top.
/// \param wanted tiles of one zoom
[[nodiscard]] std::vector<ShownTile>
tilesToShow(const TileCache& cache, std::span<const TileKey> wanted, const View& view);

} // namespace tuban
