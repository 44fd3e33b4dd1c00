#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/base/value.h"
#include "geo/plan/feature_page.h"
#include "geo/plan/plan.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tuban {

/// Most features of a page, so that an edit reads little again.
inline constexpr std::size_t pageFeatures = 1'024;

/// All features of one layer, decoded straight from the blobs, in order of id; features are named by their
/// position 0..size()-1. They lie in pages that versions share: an edit makes a new snapshot with new pages
/// where it touched something. Immutable: shared by pointer between threads.
struct LayerSnapshot {
    using Page = std::shared_ptr<const FeaturePage>;
    /// Where a feature lies.
    struct Place {
        const FeaturePage* page;
        std::size_t slot;
    };
    /// The cells of a column by position.
    struct ColumnCells {
        const LayerSnapshot* snapshot;
        std::size_t column;
        [[nodiscard]] Value operator[](std::size_t index) const;
        [[nodiscard]] bool allNull() const;
    };

    std::string layer;
    ShapeKind kind = ShapeKind::Area;
    std::int64_t version = 0;
    std::int64_t journal = 0;         ///< newest entry of the journal that it shows
    std::vector<std::string> columns; ///< the columns asked for
    std::vector<Page> pages;          ///< none of them empty
    std::vector<std::uint32_t> begins{0}; ///< position of the first feature of each page, then size()
    bool uidsRise = true;                 ///< uids are in order throughout, as those we make mostly are

    void addPage(Page page);

    [[nodiscard]] std::size_t size() const { return begins.back(); }
    [[nodiscard]] Place place(std::size_t index) const;
    [[nodiscard]] std::int64_t id(std::size_t index) const;
    [[nodiscard]] std::string uid(std::size_t index) const;
    [[nodiscard]] const Box& box(std::size_t index) const; ///< plan CRS
    [[nodiscard]] Geometry geometry(std::size_t index) const;
    /// \param column index into `columns`, not negative
    [[nodiscard]] ColumnCells cells(int column) const {
        return {this, static_cast<std::size_t>(column)};
    }
    [[nodiscard]] Value cell(int column, std::size_t index) const { return cells(column)[index]; }
    /// Position of a uid (one of a companion table's), -1 when absent.
    [[nodiscard]] std::int64_t find(std::string_view uid) const;
    /// Index of a column in `columns`, -1 when it was not asked for.
    [[nodiscard]] int columnIndex(std::string_view name) const;
    /// Box of all features; empty without any.
    [[nodiscard]] Box bounds() const;
    /// Calls `visit` with the position of each feature whose box meets `window`, page by page; stops when it
    /// returns false.
    void query(const Box& window, const std::function<bool(std::uint32_t)>& visit) const;
    /// Positions of the features whose boxes meet `window`, ascending.
    [[nodiscard]] std::vector<std::uint32_t> query(const Box& window) const;
    /// Whether both hold the same features in the same order.
    [[nodiscard]] bool hasSameUids(const LayerSnapshot& other) const;
};

/// Reads a whole table; a large one by a second connection as well.
/// \param table a layer, or a companion table of one (then uids are those of the owning features)
/// \return Error::Cancelled, Corrupt (naming the feature), Sql
[[nodiscard]] Result<std::shared_ptr<const LayerSnapshot>>
readSnapshot(const Plan& plan,
             const std::string& table,
             const std::vector<std::string>& columns,
             const Progress& progress = {});

/// The next version after acts of this program: only pages that the journal's entries since `before` touched
/// are read again. Where the journal does not tell, the whole table is.
[[nodiscard]] Result<std::shared_ptr<const LayerSnapshot>>
readSnapshotAfter(const Plan& plan, const LayerSnapshot& before, const Progress& progress = {});

} // namespace tuban
