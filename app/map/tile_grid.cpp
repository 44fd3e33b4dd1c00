#include "app/map/tile_grid.h"

#include <algorithm>
#include <cmath>

namespace tuban {

double TileKey::worldSide() const {
    return tilePx / (256 * std::exp2(zoom()));
}

Point TileKey::worldTopLeft() const {
    const double side = worldSide();
    return {column * side, row * side};
}

Box TileKey::worldBox() const {
    const Point topLeft = worldTopLeft();
    const double side = worldSide();
    return {topLeft.x, topLeft.y, topLeft.x + side, topLeft.y + side};
}

View TileKey::view() const {
    return View::northUp(worldTopLeft(), 256 * std::exp2(zoom()), tilePx, tilePx);
}

std::vector<TileKey> tilesFor(const View& view, std::int32_t zoomMilli, double marginPx, std::size_t most) {
    const double side = TileKey{.zoomMilli = zoomMilli}.worldSide();
    const Box box = view.worldBox(marginPx);
    const auto index = [side](double world) {
        return static_cast<std::int32_t>(std::floor(std::clamp(world, 0.0, std::nextafter(1.0, 0.0)) / side));
    };
    const auto columns = static_cast<double>(index(box.maxX) - index(box.minX) + 1);
    const auto rows = static_cast<double>(index(box.maxY) - index(box.minY) + 1);
    std::vector<TileKey> tiles;
    if (columns * rows > 16.0 * static_cast<double>(most)) {
        return tiles; // far from the zoom of the tiles: they are about to be replaced
    }
    for (std::int32_t row = index(box.minY); row <= index(box.maxY); ++row) {
        for (std::int32_t column = index(box.minX); column <= index(box.maxX); ++column) {
            tiles.push_back({zoomMilli, column, row});
        }
    }
    const Point centre = view.centre();
    std::ranges::sort(tiles, {}, [centre](const TileKey& tile) {
        const Point middle = tile.worldBox().centre();
        return std::hypot(middle.x - centre.x, middle.y - centre.y);
    });
    tiles.resize(std::min(tiles.size(), most));
    return tiles;
}

bool isInView(const TileKey& tile, const View& view) {
    return tile.worldBox().intersects(view.worldBox());
}

} // namespace tuban
