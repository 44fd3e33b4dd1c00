#pragma once

#include "geo/base/progress.h"
#include "geo/crs/transform.h"
#include "geo/paint/style.h"
#include "geo/plan/snapshot.h"
#include "geo/shape/box_tree.h"

#include <memory>
#include <optional>
#include <vector>

namespace tuban {

/// A layer ready to be drawn: its snapshot with every position in the world of the map (Web Mercator, 0..1)
/// and the class of each feature. For display only. Immutable: share it between threads.
struct DisplayLayer {
    std::shared_ptr<const LayerSnapshot> snapshot; ///< never null; gives the ends of parts and polygons
    LayerStyle style;
    std::vector<Point> points;          ///< world, beside snapshot->points
    std::vector<Box> boxes;             ///< world; empty where a feature cannot be shown
    std::vector<double> areas;          ///< world units²; shells minus holes, areas only
    std::vector<std::uint16_t> classes; ///< index into style.classes
    BoxTree tree;                       ///< over boxes

    [[nodiscard]] std::size_t size() const { return boxes.size(); }
    /// Shape of a feature in world coordinates.
    [[nodiscard]] Geometry geometry(std::size_t index) const;
    /// What the map writes at a feature; empty when there is nothing to write.
    [[nodiscard]] std::string labelOf(std::size_t index) const;
};

struct DisplaySource {
    std::shared_ptr<const LayerSnapshot> snapshot; ///< never null
    LayerStyle style;
    /// Snapshot of the layer that owns a companion table: classes and labels are those of the owners; null
    /// for layers.
    std::shared_ptr<const LayerSnapshot> owner;
    std::shared_ptr<const StageByUid> stages; ///< may be null
};

/// Projects a snapshot. Features of `previous` with unchanged positions are taken over, so that an edit costs
/// only what it touched. A feature with a position that cannot be projected gets an empty box.
/// \param planToGeo from the plan's system to longitude and latitude
/// \param previous an earlier version of the same table, may be null
/// \return Error::Cancelled
[[nodiscard]] Result<std::shared_ptr<const DisplayLayer>> makeDisplay(const DisplaySource& source,
                                                                      const Transform& planToGeo,
                                                                      const DisplayLayer* previous,
                                                                      const Progress& progress = {});

/// World boxes whose picture differs between two versions of a table, old and new place of each feature that
/// changed; nullopt when so much changed that all is to be drawn anew.
[[nodiscard]] std::optional<std::vector<Box>> changedBoxes(const DisplayLayer& before,
                                                           const DisplayLayer& after);

} // namespace tuban
