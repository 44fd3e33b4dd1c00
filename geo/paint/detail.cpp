#include "geo/paint/detail.h"

#include <algorithm>
#include <cmath>

namespace tuban {

Detail detailFor(const DisplayLayer& layer, const Box& worldWindow, double pixelsPerWorld) {
    Detail detail;
    const double smallest = splatBelowPx / pixelsPerWorld;
    const bool areas = layer.snapshot->kind == ShapeKind::Area;
    for (const std::uint32_t index : layer.tree.query(worldWindow)) {
        const Box& box = layer.boxes[index];
        const bool tiny = areas && box.width() < smallest && box.height() < smallest;
        (tiny ? detail.splats : detail.paths).push_back(index);
    }
    return detail;
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
