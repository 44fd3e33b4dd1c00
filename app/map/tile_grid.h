#pragma once

#include "app/paint/canvas.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace tuban {

/// Side of a tile, logical pixels.
inline constexpr double tilePx = 512;

/// A tile of the world at one zoom. Zooms are whole thousandths, so that a map at rest has tiles of exactly
/// its scale.
struct TileKey {
    std::int32_t zoomMilli = 0;
    std::int32_t column = 0;
    std::int32_t row = 0;
    friend auto operator<=>(const TileKey&, const TileKey&) = default;

    [[nodiscard]] double zoom() const { return zoomMilli / 1'000.0; }
    /// Side in world units.
    [[nodiscard]] double worldSide() const;
    [[nodiscard]] Point worldTopLeft() const;
    [[nodiscard]] Box worldBox() const;
    /// View of the tile for drawing it.
    [[nodiscard]] View view() const;
};

/// Tiles at `zoomMilli` that cover a view grown by `marginPx`, nearest to the middle of the view first; at
/// most `most`.
[[nodiscard]] std::vector<TileKey>
tilesFor(const View& view, std::int32_t zoomMilli, double marginPx, std::size_t most = 256);

/// Whether a tile lies in the view itself.
[[nodiscard]] bool isInView(const TileKey& tile, const View& view);

} // namespace tuban

template <>
struct std::hash<tuban::TileKey> {
    std::size_t operator()(const tuban::TileKey& key) const noexcept {
        const auto mix = [](std::size_t seed, std::int32_t value) {
            return (seed ^ static_cast<std::size_t>(static_cast<std::uint32_t>(value))) * 0x9E3779B97F4A7C15U;
        };
        return mix(mix(mix(0, key.zoomMilli), key.column), key.row);
    }
};
