#include "app/map/shown_tiles.h"

#include <algorithm>
#include <cstdlib>
#include <functional>

namespace tuban {

std::vector<ShownTile>
tilesToShow(const TileCache& cache, std::span<const TileKey> wanted, const View& view) {
    std::vector<ShownTile> own;
    for (const TileKey& key : wanted) {
        if (const TileCache::Tile* tile = cache.peek(key)) {
            own.push_back({key, tile->image, tile->serial});
        }
    }
    if (own.size() == wanted.size()) {
        return own;
    }
    const std::int32_t zoom = wanted.front().zoomMilli;
    constexpr std::size_t mostBelow = 48;
    std::vector<ShownTile> below;
    for (const TileKey& key : cache.keys()) {
        if (key.zoomMilli != zoom && below.size() < mostBelow && isInView(key, view)) {
            const TileCache::Tile* tile = cache.peek(key);
            below.push_back({key, tile->image, tile->serial});
        }
    }
    std::ranges::stable_sort(below, std::ranges::greater(), [zoom](const ShownTile& tile) {
        return std::abs(tile.key.zoomMilli - zoom);
    });
    below.insert(below.end(), own.begin(), own.end());
    return below;
}

} // namespace tuban
