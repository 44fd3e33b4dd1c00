#include "app/paint/swatch_painter.h"

#include "app/paint/accent_painter.h"
#include "app/paint/shape_path.h"
#include "app/paint/symbol_painter.h"

#include <QPainterPath>

#include <algorithm>

namespace tuban {

namespace {

void paintLine(QPainter& painter, const QRectF& swatch, const PaintClass& look, Theme theme) {
    const QPointF left(swatch.left(), swatch.center().y());
    const QPointF right(swatch.right(), swatch.center().y());
    const auto stroke = [&](Colour colour, double widthPx) {
        painter.setPen(QPen(toQColor(colour), widthPx, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(left, right);
    };
    // A width on the ground stands for itself at 6 m a pixel.
    constexpr double metresAPixel = 6;
    const double widthPx =
        look.strokeWidthM > 0 ? std::clamp(look.strokeWidthM / metresAPixel, 1.5, 9.0) : look.strokeWidthPx;
    stroke(look.filled ? look.stroke : look.fill, widthPx);
    if (widthPx > 2.8) {
        stroke(look.filled ? look.fill : paletteOf(theme).surface, widthPx - 2);
    }
}

void paintArea(QPainter& painter, const QRectF& swatch, const LegendRow& row, Theme theme) {
    const PaintClass& look = row.look;
    const double inset = look.strokeWidthPx / 2;
    const QRectF room = swatch.adjusted(inset, inset, -inset, -inset);
    painter.setPen(QPen(toQColor(row.hatch == Hatch::None ? look.stroke : paletteOf(theme).secondary),
                        look.strokeWidthPx));
    painter.setBrush(toQColor(look.fill));
    painter.drawRect(room);
    QPainterPath shape;
    shape.addRect(room);
    paintHatch(painter, shape, row.hatch, room.topLeft(), theme);
}

} // namespace

void paintSwatch(QPainter& painter,
                 const QRectF& swatch,
                 ShapeKind kind,
                 Symbol symbol,
                 const LegendRow& row,
                 Theme theme) {
    switch (kind) {
    case ShapeKind::Area:
        paintArea(painter, swatch, row, theme);
        break;
    case ShapeKind::Line:
        paintLine(painter, swatch, row.look, theme);
        break;
    case ShapeKind::Point:
        paintSymbol(painter, swatch.center(), symbol, row.look, symbolPx, theme);
        break;
    }
}

QImage swatchImage(ShapeKind kind, Symbol symbol, const LegendRow& row, Theme theme, double ratio) {
    constexpr QSizeF size(22, 16);
    QImage image((size * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSwatch(painter, QRectF(1, 1, size.width() - 2, size.height() - 2), kind, symbol, row, theme);
    painter.end();
    return image;
}

} // namespace tuban
