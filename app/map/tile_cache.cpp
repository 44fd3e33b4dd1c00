#include "app/map/tile_cache.h"

#include <algorithm>

namespace tuban {

namespace {

/// Farthest that a sign or an outline reaches over the box of its feature, in shares of a tile.
constexpr double reachOfTile = 16 / tilePx;

std::size_t bytesOf(const QImage& image) {
    return static_cast<std::size_t>(image.sizeInBytes());
}

} // namespace

const TileCache::Tile* TileCache::use(const TileKey& key) {
    const auto found = m_entries.find(key);
    if (found == m_entries.end()) {
        return nullptr;
    }
    m_order.splice(m_order.begin(), m_order, found->second.place);
    return &found->second.tile;
}

const TileCache::Tile* TileCache::peek(const TileKey& key) const {
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : &found->second.tile;
}

void TileCache::put(const TileKey& key, const QImage& image) {
    if (const auto found = m_entries.find(key); found != m_entries.end()) {
        m_bytes -= bytesOf(found->second.tile.image);
        m_order.erase(found->second.place);
        m_entries.erase(found);
    }
    m_order.push_front(key);
    m_entries.emplace(key, Entry{{image, false, ++m_serial}, m_order.begin()});
    m_bytes += bytesOf(image);
    drop();
}

void TileCache::drop() {
    while (m_bytes > m_mostBytes && m_order.size() > 1) {
        const auto oldest = m_entries.find(m_order.back());
        m_bytes -= bytesOf(oldest->second.tile.image);
        m_entries.erase(oldest);
        m_order.pop_back();
    }
}

void TileCache::markAllStale() {
    for (auto& [key, entry] : m_entries) {
        entry.tile.stale = true;
    }
}

void TileCache::markStale(std::span<const Box> worldBoxes) {
    for (auto& [key, entry] : m_entries) {
        const Box reach = key.worldBox().grown(key.worldSide() * reachOfTile);
        entry.tile.stale = entry.tile.stale || std::ranges::any_of(worldBoxes, [&](const Box& box) {
                               return box.intersects(reach);
                           });
    }
}

void TileCache::clear() {
    m_entries.clear();
    m_order.clear();
    m_bytes = 0;
}

std::vector<TileKey> TileCache::keys() const {
    return {m_order.begin(), m_order.end()};
}

} // namespace tuban
