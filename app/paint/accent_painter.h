#pragma once

#include "app/paint/canvas.h"
#include "geo/paint/display.h"
#include "geo/paint/pixel_map.h"

#include <QPainter>
#include <QPainterPath>

#include <cstdint>
#include <vector>

namespace tuban {

/// Draws the hatches of land over its colours: lines that lie still on the map, whatever part of it is drawn.
void paintHatches(QPainter& painter,
                  const DisplayLayer& layer,
                  const std::vector<std::uint32_t>& features,
                  const PixelMap& map,
                  const Canvas& canvas);

/// Fills a shape with a hatch whose lines pass through `origin`; idle land is crossed both ways.
void paintHatch(QPainter& painter, const QPainterPath& shape, Hatch hatch, QPointF origin, Theme theme);

/// Draws the light of a sign at its upper right, and the dot of silence at its lower right.
/// \param signPx side of the sign, logical pixels
void paintBadge(QPainter& painter, QPointF centre, const Accent& accent, double signPx, Theme theme);

} // namespace tuban
