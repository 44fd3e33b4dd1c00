#pragma once

#include "geo/base/progress.h"
#include "geo/crs/transform.h"
#include "geo/paint/style.h"
#include "geo/paint/world_frame.h"
#include "geo/plan/snapshot.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tuban {

/// Stage codes by uid of the owners, shared with the displays made from them.
using StagesPointer = std::shared_ptr<const StageByUid>;
/// Lights by uid of the owners, shared in the same way.
using LightsPointer = std::shared_ptr<const LightByUid>;

/// A layer ready to be drawn: its snapshot, the way to the world of the map (Web Mercator, 0..1) and the
/// class of each feature. Positions stay those of the plan and are brought to the world when they are needed.
/// For display only. Immutable: share it between threads.
struct DisplayLayer {
    std::shared_ptr<const LayerSnapshot> snapshot; ///< never null
    LayerStyle style;
    std::shared_ptr<const LayerSnapshot> owner; ///< see DisplaySource
    StagesPointer stages;
    LightsPointer lights;
    std::shared_ptr<const WorldFrame> frame; ///< never null
    std::vector<std::uint16_t> classes;      ///< index into style.classes

    [[nodiscard]] std::size_t size() const { return classes.size(); }
    /// World box of a feature (that of its box in the plan, which may lie a little askew); empty where it
    /// cannot be shown.
    [[nodiscard]] Box box(std::size_t index) const;
    /// Shape of a feature in world coordinates; empty where it cannot be shown.
    [[nodiscard]] Geometry geometry(std::size_t index) const;
    /// What lies over the look of its class.
    [[nodiscard]] Accent accent(std::size_t index) const;
    /// World units²; shells less holes, of areas only.
    [[nodiscard]] double area(std::size_t index) const;
    /// World box of all features that can be shown.
    [[nodiscard]] Box bounds() const { return frame->worldBounds(); }
    /// Positions of the features whose boxes meet `worldWindow`, ascending.
    [[nodiscard]] std::vector<std::uint32_t> query(const Box& worldWindow) const;
    [[nodiscard]] bool hasAnyIn(const Box& worldWindow) const;
    /// What the map writes at a feature; empty when there is nothing to write.
    [[nodiscard]] std::string labelOf(std::size_t index) const;
};

struct DisplaySource {
    std::shared_ptr<const LayerSnapshot> snapshot; ///< never null
    LayerStyle style;
    /// Snapshot of the layer that owns a companion table: classes and labels are those of the owners; null
    /// for layers.
    std::shared_ptr<const LayerSnapshot> owner;
    StagesPointer stages;   ///< may be null
    LightsPointer lights{}; ///< may be null
};

/// Classes of pages that `previous` shares are taken over where the style is the same, so that an edit costs
/// only what it touched.
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
