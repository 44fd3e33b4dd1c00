#pragma once

#include "app/map/tile_grid.h"

#include <QImage>

#include <cstddef>
#include <list>
#include <optional>
#include <span>
#include <unordered_map>

namespace tuban {

/// Pictures of tiles, the least recently used dropped when they take more than a limit of bytes. Thread rule:
/// GUI thread.
class TileCache {
public:
    struct Tile {
        QImage image;
        bool stale = false;       ///< shows an earlier state: good until the new one is there
        std::uint64_t serial = 0; ///< another one for each picture
    };

    explicit TileCache(std::size_t mostBytes) : m_mostBytes(mostBytes) {}

    /// The tile and counts as a use of it; null when it is not there. Valid until the next put() or clear().
    [[nodiscard]] const Tile* use(const TileKey& key);
    /// The tile without a use.
    [[nodiscard]] const Tile* peek(const TileKey& key) const;
    void put(const TileKey& key, const QImage& image);
    void markAllStale();
    /// Marks tiles whose picture may show something of these boxes of the world, grown by what outlines and
    /// signs reach.
    void markStale(std::span<const Box> worldBoxes);
    void clear();

    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    /// Keys of all tiles, most recently used first.
    [[nodiscard]] std::vector<TileKey> keys() const;

private:
    struct Entry {
        Tile tile;
        std::list<TileKey>::iterator place;
    };
    void drop();

    std::size_t m_mostBytes;
    std::size_t m_bytes = 0;
    std::uint64_t m_serial = 0;
    std::list<TileKey> m_order; // most recently used first
    std::unordered_map<TileKey, Entry> m_entries;
};

} // namespace tuban
