#pragma once

#include "app/paint/canvas.h"
#include "geo/paint/detail.h"

#include <QPainter>

namespace tuban {

/// Draws areas: those under a few pixels are summed up so that no seam of paper shows between neighbours,
/// larger ones are laid over each other in order, by our own raster where it is faster and by QPainter where
/// it is not (large shapes, broad outlines, vectors). Thread rule: any thread, one painter each.
void paintAreas(QPainter& painter,
                const DisplayLayer& layer,
                const Detail& detail,
                const PixelMap& map,
                const Canvas& canvas);

} // namespace tuban
