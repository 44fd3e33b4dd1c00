#include "geo/paint/detail.h"

#include <algorithm>
#include <cmath>

namespace tuban {

namespace {

/// Positions of the features of a page whose boxes meet a window, ascending.
template <class Visit>
void visitPage(const FeaturePage& page, const Box& window, std::vector<std::uint16_t>& slots, Visit visit) {
    const Box& bounds = page.tree.bounds();
    if (!bounds.intersects(window)) {
        return;
    }
    slots.clear();
    if (window.contains({bounds.minX, bounds.minY}) && window.contains({bounds.maxX, bounds.maxY})) {
        for (std::size_t slot = 0; slot < page.size(); ++slot) {
            if (!page.boxes[slot].empty()) {
                visit(slot);
            }
        }
        return;
    }
    page.tree.query(window, [&slots](std::uint32_t slot) {
        slots.push_back(static_cast<std::uint16_t>(slot));
        return true;
    });
    std::ranges::sort(slots);
    std::ranges::for_each(slots, visit);
}

/// Areas that have a sign: those of layers with one. Grounds that belong to a point leave it to the point.
bool hasSign(const DisplayLayer& layer) {
    return layer.style.symbol != Symbol::Dot && layer.owner == nullptr;
}

} // namespace

Detail detailFor(const DisplayLayer& layer, const PixelMap& map) {
    Detail detail;
    if (map.planWindow().empty()) {
        return detail;
    }
    const bool areas = layer.snapshot->kind == ShapeKind::Area;
    const double splatBelowM = splatBelowPx / map.pixelsPerMetre();
    const double signBelowM = hasSign(layer) ? outlineFromPx / map.pixelsPerMetre() : 0;
    std::vector<std::uint16_t> slots;
    for (std::size_t page = 0; page < layer.snapshot->pages.size(); ++page) {
        const FeaturePage& features = *layer.snapshot->pages[page];
        const std::uint32_t begin = layer.snapshot->begins[page];
        visitPage(features, map.planWindow(), slots, [&](std::size_t slot) {
            const Box& box = features.boxes[slot];
            const double size = std::max(box.width(), box.height());
            const auto index = begin + static_cast<std::uint32_t>(slot);
            (areas && size < splatBelowM ? detail.splats : detail.paths).push_back(index);
            if (areas && size < signBelowM) {
                detail.signs.push_back(index);
            }
        });
    }
    return detail;
}

Detail detailFor(const DisplayLayer& layer, const Box& worldWindow, double pixelsPerWorld) {
    return detailFor(
        layer,
        PixelMap(*layer.frame, {worldWindow.minX, worldWindow.minY}, pixelsPerWorld, worldWindow));
}

double outlineShare(double sizePx) {
    return std::clamp((sizePx - splatBelowPx) / (outlineFromPx - splatBelowPx), 0.0, 1.0);
}

double widthFactor(double metresPerPixel) {
    // The cube root keeps outlines legible from far and slender up close.
    return std::clamp(std::cbrt(2.0 / std::max(metresPerPixel, 0.01)), 0.5, 1.6);
}

double lineWidthFactor(double metresPerPixel) {
    // A net of lines would cover the map: lines get thin faster than outlines.
    return std::clamp(std::sqrt(2.0 / std::max(metresPerPixel, 0.01)), 0.2, 1.8);
}

} // namespace tuban
