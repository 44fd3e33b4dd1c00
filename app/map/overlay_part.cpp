#include "app/map/overlay_part.h"

#include <algorithm>
#include <iterator>

namespace tuban {

namespace {

constexpr double speckPx = 3;
constexpr double beyondPx = 32; // cut edges lie outside the picture

/// Positions in the display of what is selected and in the window.
SelectedRows::Rows rowsInWindow(const OverlayPart& part, const Box& window) {
    const DisplayLayer& display = *part.display;
    const bool isCompanion = display.owner != nullptr;
    const SelectedRows selected = carriedOver(part.rows, isCompanion ? display.owner : display.snapshot);
    SelectedRows::Rows rows;
    if (isCompanion) {
        for (const auto row : display.query(window)) {
            const auto owner = display.owner->find(display.snapshot->uid(row));
            if (owner >= 0 && selected.holds(static_cast<std::uint32_t>(owner))) {
                rows.push_back(row);
            }
        }
    } else if (selected.size() <= fewShapes) {
        std::ranges::copy_if(*selected.rows, std::back_inserter(rows), [&](std::uint32_t row) {
            return display.box(row).intersects(window);
        });
    } else {
        std::ranges::set_intersection(display.query(window), *selected.rows, std::back_inserter(rows));
    }
    return rows;
}

} // namespace

std::vector<Geometry> shapesInView(const std::vector<OverlayPart>& parts,
                                   const View& view,
                                   double marginPx,
                                   std::vector<Box>& specks) {
    const Box window = view.worldBox(marginPx + beyondPx);
    std::vector<Geometry> shapes;
    for (const OverlayPart& part : parts) {
        const bool areas = part.display->snapshot->kind == ShapeKind::Area;
        for (const auto row : rowsInWindow(part, window)) {
            const Box box = part.display->box(row);
            if (areas && std::max(box.width(), box.height()) * view.pixelsPerWorld() < speckPx) {
                specks.push_back(box);
            } else {
                shapes.push_back(part.display->geometry(row));
            }
        }
    }
    return shapes;
}

} // namespace tuban
