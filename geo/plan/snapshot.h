#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/base/value.h"
#include "geo/plan/plan.h"
#include "geo/shape/box_tree.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tuban {

/// All features of one layer in flat arrays, decoded straight from the blobs. Shape i has the parts
/// [shapeParts[i], shapeParts[i+1]) of partEnds, and for areas the polygons [shapePolygons[i],
/// shapePolygons[i+1]) of polygonEnds; ends are absolute and exclusive. Features without a shape have an
/// empty box and no parts. Immutable: shared by pointer between threads; an edit makes a new version.
struct LayerSnapshot {
    std::string layer;
    ShapeKind kind = ShapeKind::Area;
    std::int64_t version = 0;
    std::vector<std::int64_t> ids; ///< ascending
    std::vector<std::string> uids;
    std::vector<Box> boxes;    ///< plan CRS
    std::vector<Point> points; ///< plan CRS, metres
    std::vector<std::uint32_t> partEnds;
    std::vector<std::uint32_t> polygonEnds;
    std::vector<std::uint32_t> shapeParts;    ///< size n+1
    std::vector<std::uint32_t> shapePolygons; ///< size n+1
    std::vector<std::string> columns;         ///< the columns asked for
    std::vector<std::vector<Value>> cells;    ///< [column][feature]
    BoxTree tree;                             ///< over boxes; index = position of the feature
    std::vector<std::uint32_t> uidOrder;      ///< positions sorted by uid

    [[nodiscard]] std::size_t size() const { return ids.size(); }
    [[nodiscard]] Geometry geometry(std::size_t index) const;
    /// Position of a uid (the first of a companion table's), -1 when absent.
    [[nodiscard]] std::int64_t find(std::string_view uid) const;
    /// Index of a column in `cells`, -1 when it was not asked for.
    [[nodiscard]] int columnIndex(std::string_view name) const;
};

/// \param table a layer, or a companion table of one (then uids are those of the owning features)
/// \return Error::Cancelled, Corrupt (naming the feature), Sql
[[nodiscard]] Result<std::shared_ptr<const LayerSnapshot>>
readSnapshot(const Plan& plan,
             const std::string& table,
             const std::vector<std::string>& columns,
             const Progress& progress = {});

} // namespace tuban
