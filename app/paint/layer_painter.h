#pragma once

#include "app/paint/canvas.h"
#include "geo/paint/display.h"

#include <QPainter>

namespace tuban {

/// Draws what of a table lies in the canvas: tiny areas as a splat below, then areas, lines with their
/// casing, signs. Looks at the stop token between features. Thread rule: any thread, one painter each.
void paintLayer(QPainter& painter, const DisplayLayer& layer, const Canvas& canvas);

} // namespace tuban
