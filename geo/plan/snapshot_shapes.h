#pragma once

#include "geo/plan/snapshot.h"
#include "geo/shape/shapes_view.h"

namespace tuban {

/// The shapes of a snapshot as geo/measure takes them; refers to the snapshot.
[[nodiscard]] inline ShapesView shapesOf(const LayerSnapshot& snapshot) {
    ShapesView shapes(snapshot.kind);
    for (const auto& page : snapshot.pages) {
        shapes.add({.boxes = page->boxes,
                    .points = page->points,
                    .partEnds = page->partEnds,
                    .polygonEnds = page->polygonEnds,
                    .shapeParts = page->shapeParts,
                    .shapePolygons = page->shapePolygons});
    }
    return shapes;
}

} // namespace tuban
