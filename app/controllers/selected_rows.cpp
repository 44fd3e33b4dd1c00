#include "app/controllers/selected_rows.h"

#include "geo/shape/region.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tuban {

namespace {

// What the shapes of a feature do, bit by bit.
constexpr unsigned char meets = 1;
constexpr unsigned char leaves = 2;

/// Calls `tell` with each feature that has a shape in this table, and what its shape does.
template <typename Tell>
void lookAt(const LayerSnapshot& table, const Region& region, Tell tell) {
    for (std::size_t page = 0; page < table.pages.size(); ++page) {
        const FeaturePage& features = *table.pages[page];
        for (std::size_t slot = 0; slot < features.size(); ++slot) {
            if (features.boxes[slot].empty()) {
                continue;
            }
            auto relation = region.relationOfBoxed(features.boxes[slot]);
            if (relation == RegionRelation::Crossed) {
                relation = region.relationOf(features.geometry(slot, table.kind));
            }
            tell(table.begins[page] + static_cast<std::uint32_t>(slot),
                 relation == RegionRelation::Inside    ? meets
                 : relation == RegionRelation::Crossed ? meets | leaves
                                                       : leaves);
        }
    }
}

SelectedRows::Rows rowsIn(const SearchedLayer& layer, const Region& region, bool touched) {
    std::vector<unsigned char> seen(layer.own->size());
    lookAt(*layer.own, region, [&](std::uint32_t row, unsigned char does) { seen[row] |= does; });
    for (const auto& companion : layer.companions) {
        if (companion != nullptr) {
            lookAt(*companion, region, [&](std::uint32_t row, unsigned char does) {
                if (const auto owner = layer.own->find(companion->uid(row)); owner >= 0) {
                    seen[static_cast<std::size_t>(owner)] |= does;
                }
            });
        }
    }
    SelectedRows::Rows rows;
    for (std::uint32_t row = 0; row < seen.size(); ++row) {
        if (seen[row] == meets || (touched && (seen[row] & meets) != 0)) {
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace

bool SelectedRows::holds(std::uint32_t row) const {
    return rows && std::ranges::binary_search(*rows, row);
}

SelectMode selectModeOf(std::string_view name) {
    return name == "add"      ? SelectMode::Add
           : name == "remove" ? SelectMode::Remove
           : name == "toggle" ? SelectMode::Toggle
           : name == "keep"   ? SelectMode::Keep
                              : SelectMode::Set;
}

SelectedRows::Rows
combined(const SelectedRows::Rows& before, const SelectedRows::Rows& found, SelectMode mode) {
    SelectedRows::Rows result;
    const auto out = std::back_inserter(result);
    switch (mode) {
    case SelectMode::Set:
        return found;
    case SelectMode::Add:
        std::ranges::set_union(before, found, out);
        break;
    case SelectMode::Remove:
        std::ranges::set_difference(before, found, out);
        break;
    case SelectMode::Toggle:
        std::ranges::set_symmetric_difference(before, found, out);
        break;
    case SelectMode::Keep:
        std::ranges::set_intersection(before, found, out);
        break;
    }
    return result;
}

SelectedRows carriedOver(const SelectedRows& rows, SnapshotStore::SnapshotPointer to) {
    if (rows.snapshot == to || !rows.rows) {
        return rows;
    }
    SelectedRows::Rows carried;
    std::uint32_t row = 0;
    const std::size_t size = to ? to->size() : 0;
    for (const std::uint32_t before : *rows.rows) { // ids rise in both
        const std::int64_t id = rows.snapshot->id(before);
        while (row < size && to->id(row) < id) {
            ++row;
        }
        if (row < size && to->id(row) == id) {
            carried.push_back(row);
        }
    }
    return {std::move(to), std::make_shared<const SelectedRows::Rows>(std::move(carried))};
}

std::vector<SelectedRows>
featuresIn(const std::vector<SearchedLayer>& layers, std::vector<Point> ring, bool touched) {
    const Region region(std::move(ring));
    std::vector<SelectedRows> found;
    for (const auto& layer : layers) {
        auto rows = layer.own == nullptr ? SelectedRows::Rows() : rowsIn(layer, region, touched);
        if (!rows.empty()) {
            found.push_back({layer.own, std::make_shared<const SelectedRows::Rows>(std::move(rows))});
        }
    }
    return found;
}

} // namespace tuban
