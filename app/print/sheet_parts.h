#pragma once

#include "app/print/sheet.h"

#include <QPainter>
#include <QRectF>

namespace tuban {

/// Draws the legend in columns from top to bottom; long ones are shortened until they fit.
void paintLegend(QPainter& painter, const Sheet& sheet, const QRectF& frame, double columnPx);

/// Draws north arrow, scale bar in true metres of the ground at the middle of the map, scale, system, date
/// and stamp.
/// \param metresPerPx ground metres in a logical pixel
void paintFoot(QPainter& painter, const Sheet& sheet, const QRectF& frame, double metresPerPx);

} // namespace tuban
