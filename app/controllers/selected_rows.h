#pragma once

#include "app/session/snapshot_store.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace tuban {

/// Features of one layer as positions in a snapshot of it, ascending. A value: cheap to hand to any thread,
/// also when a million are selected.
struct SelectedRows {
    using Rows = std::vector<std::uint32_t>;
    SnapshotStore::SnapshotPointer snapshot;
    std::shared_ptr<const Rows> rows; ///< never null in a selection

    [[nodiscard]] std::size_t size() const { return rows ? rows->size() : 0; }
    [[nodiscard]] bool holds(std::uint32_t row) const;
};

/// What becomes of a selection when something is found.
enum class SelectMode : std::uint8_t {
    Set,    ///< just what was found
    Add,    ///< that as well
    Remove, ///< all but that
    Toggle, ///< that changes sides
    Keep,   ///< only what was selected and found
};

/// "set", "add", "remove", "toggle" or "keep"; anything else is Set.
[[nodiscard]] SelectMode selectModeOf(std::string_view name);

/// \pre both ascending
[[nodiscard]] SelectedRows::Rows
combined(const SelectedRows::Rows& before, const SelectedRows::Rows& found, SelectMode mode);

/// The same features, by their ids, in another version of the layer; what is gone is left out.
[[nodiscard]] SelectedRows carriedOver(const SelectedRows& rows, SnapshotStore::SnapshotPointer to);

/// What is known of one layer: its own table and its companions'; null where one is not read.
struct SearchedLayer {
    SnapshotStore::SnapshotPointer own;
    std::vector<SnapshotStore::SnapshotPointer> companions;
};

/// Features that lie wholly inside a ring with all their shapes, or also those of which it touches one. Any
/// thread; a million parcels take some tens of milliseconds.
/// \param ring plan CRS, see Region
[[nodiscard]] std::vector<SelectedRows>
featuresIn(const std::vector<SearchedLayer>& layers, std::vector<Point> ring, bool touched);

} // namespace tuban
