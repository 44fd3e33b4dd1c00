#pragma once

#include "app/map/tile_grid.h"

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace tuban {

/// Where the GUI lays down which tiles it wants of what, and workers take them, the most urgent first. A new
/// order replaces the one before: what it does not name is dropped, also while it is being made.
/// \tparam Subject what tiles are made of; a value or a shared_ptr<const T>
/// Thread rule: any thread.
template <class Subject>
class TileDesk {
public:
    struct Job {
        TileKey tile;
        Subject subject;
        std::uint64_t generation = 0;
        std::stop_source stop; ///< asked to stop when the tile is no longer wanted
    };

    /// \param tiles most urgent first
    /// \param generation another number for each subject
    void setOrder(std::vector<TileKey> tiles, Subject subject, std::uint64_t generation) {
        const std::scoped_lock lock(m_mutex);
        for (Job& job : m_running) {
            if (job.generation == generation && std::ranges::contains(tiles, job.tile)) {
                std::erase(tiles, job.tile);
            } else {
                job.stop.request_stop();
            }
        }
        m_tiles = std::move(tiles);
        m_subject = std::move(subject);
        m_generation = generation;
        m_next = 0;
        m_wake.notify_all();
    }

    /// Waits for a tile to make. \return none when `stop` was asked for
    [[nodiscard]] std::optional<Job> take(const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        if (!m_wake.wait(lock, stop, [this] { return m_next < m_tiles.size(); })) {
            return std::nullopt;
        }
        Job job{m_tiles[m_next++], m_subject, m_generation, {}};
        m_running.push_back(job);
        return job;
    }

    void finish(const Job& job) {
        const std::scoped_lock lock(m_mutex);
        std::erase_if(m_running, [&job](const Job& other) { return other.stop == job.stop; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<TileKey> m_tiles;
    std::size_t m_next = 0; // into m_tiles
    Subject m_subject;
    std::uint64_t m_generation = 0;
    std::vector<Job> m_running;
};

} // namespace tuban
