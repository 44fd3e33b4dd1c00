#pragma once

#include "geo/paint/style.h"
#include "geo/paint/theme.h"

#include <QPainter>
#include <QPointF>

namespace tuban {

/// Side of a sign at street level, logical pixels.
inline constexpr double symbolPx = 16;

/// Draws the sign of a point feature: a small plate with a glyph, all of one family. Filled plates are
/// finished works.
/// \param sizePx side of the plate, logical pixels; below 9 it is a dot
void paintSymbol(
    QPainter& painter, QPointF centre, Symbol symbol, const PaintClass& look, double sizePx, Theme theme);

/// Draws the shape of a light: ○ ● ▲ ■ ◆ ✓ ‖. \param rim of the shape, where it stands on a map
/// \param sizePx side of its square
void paintLight(QPainter& painter,
                QPointF centre,
                LightShape shape,
                const QColor& colour,
                const QColor& rim,
                double sizePx);

/// The glyph alone, for signs on plates of another shape. \param sidePx side of its square
void paintGlyph(QPainter& painter, QPointF centre, Symbol symbol, const QColor& colour, double sidePx);

} // namespace tuban
