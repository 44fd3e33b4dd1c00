#pragma once

#include "app/paint/canvas.h"
#include "geo/paint/display.h"

#include <QColor>
#include <QPainterPath>

#include <cstddef>

namespace tuban {

/// A line or area in logical pixels, odd-even, without points that add less than a third of a device pixel
/// and cut at a margin around the picture, because rasterisers count in 16 bits. Which points are left out
/// does not depend on where the picture begins, so that neighbouring tiles meet.
[[nodiscard]] QPainterPath pathOf(const DisplayLayer& layer, std::size_t index, const Canvas& canvas);

[[nodiscard]] inline QColor toQColor(Colour colour) {
    return {colour.red, colour.green, colour.blue, colour.alpha};
}

} // namespace tuban
