#pragma once

#include "geo/paint/theme.h"
#include "geo/paint/view.h"

#include <QPointF>

#include <stop_token>

namespace tuban {

/// Where a picture of the map lies and how fine it is. Painters draw in logical pixels of a view that is
/// north up; the QPainter is scaled to the device by who made it.
struct Canvas {
    View view;              ///< north up
    double deviceRatio = 1; ///< device pixels in a logical one
    bool isVector = false;  ///< PDF: everything stays a path
    Theme theme = Theme::Light;
    std::stop_token stop;

    [[nodiscard]] QPointF toPixel(Point world) const {
        const double scale = view.pixelsPerWorld();
        return {(world.x - view.centre().x) * scale + view.widthPx() / 2,
                (world.y - view.centre().y) * scale + view.heightPx() / 2};
    }
};

} // namespace tuban
