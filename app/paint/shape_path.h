#pragma once

#include "app/paint/canvas.h"
#include "geo/paint/display.h"
#include "geo/paint/pixel_map.h"

#include <QColor>
#include <QPainterPath>

#include <cstddef>

namespace tuban {

/// A line or area in logical pixels, odd-even, without points that add less than a third of a device pixel
/// and cut at a margin around the picture, because rasterisers count in 16 bits; empty where it cannot be
/// shown. Which points are left out
/// does not depend on where the picture begins, so that neighbouring tiles meet.
/// \param map to device pixels of the canvas
[[nodiscard]] QPainterPath
pathOf(const DisplayLayer& layer, std::size_t index, const PixelMap& map, const Canvas& canvas);

[[nodiscard]] inline QColor toQColor(Colour colour) {
    return {colour.red, colour.green, colour.blue, colour.alpha};
}

} // namespace tuban
