#pragma once

#include "geo/paint/legend.h"

#include <QImage>
#include <QPainter>
#include <QRectF>

namespace tuban {

/// Draws the sample of a row of a legend: land, line or sign, as the map draws them.
void paintSwatch(QPainter& painter,
                 const QRectF& swatch,
                 ShapeKind kind,
                 Symbol symbol,
                 const LegendRow& row,
                 Theme theme);

/// The same as a picture of its own, 22 × 16 logical pixels at the given ratio.
[[nodiscard]] QImage
swatchImage(ShapeKind kind, Symbol symbol, const LegendRow& row, Theme theme, double ratio);

} // namespace tuban
