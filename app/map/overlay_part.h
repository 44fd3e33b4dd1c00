#pragma once

#include "app/controllers/selected_rows.h"
#include "app/paint/overlay_painter.h"
#include "geo/paint/display.h"

#include <memory>
#include <vector>

namespace tuban {

/// Some features of a table, to be drawn above the layers. A value for any thread.
struct OverlayPart {
    std::shared_ptr<const DisplayLayer> display; ///< never null
    SelectedRows rows;                           ///< of the layer; of the owner for a companion table
};

/// Beyond so many shapes they are drawn on a thread.
inline constexpr std::size_t fewShapes = 64;

/// The shapes in view, in world coordinates; areas of a few pixels become specks of `overlay`.
[[nodiscard]] std::vector<Geometry> shapesInView(const std::vector<OverlayPart>& parts,
                                                 const View& view,
                                                 double marginPx,
                                                 std::vector<Box>& specks);

} // namespace tuban
