#include "app/paint/symbol_painter.h"

#include "app/paint/shape_path.h"

#include <QPainterPath>

namespace tuban {

namespace {

/// Glyphs are drawn in a square from -6 to 6.
constexpr double glyphSide = 12;

QPen glyphPen(const QColor& colour, double width) {
    return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void paintLetterP(QPainter& painter, const QColor& colour) {
    QPainterPath letter;
    letter.moveTo(-2, 4);
    letter.lineTo(-2, -4);
    letter.lineTo(0.6, -4);
    letter.cubicTo(4, -4, 4, 1, 0.6, 1);
    letter.lineTo(-2, 1);
    painter.setPen(glyphPen(colour, 1.9));
    painter.drawPath(letter);
}

void paintTree(QPainter& painter, const QColor& colour) {
    painter.setPen(glyphPen(colour, 1.4));
    painter.drawLine(QPointF(0, 4.6), QPointF(0, 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(0, -1.4), 3.4, 3.4);
}

void paintCrane(QPainter& painter, const QColor& colour) {
    painter.setPen(glyphPen(colour, 1.4));
    painter.drawPolyline(QPolygonF({{-1.5, 4.5}, {-1.5, -4.2}, {4.2, -2.2}}));
    painter.drawLine(QPointF(-4.4, -2.2), QPointF(4.2, -2.2));
    painter.drawLine(QPointF(3.2, -2.2), QPointF(3.2, 1.2));
}

void paintFence(QPainter& painter, const QColor& colour) {
    painter.setPen(glyphPen(colour, 1.4));
    for (const double x : {-3.6, 0.0, 3.6}) {
        painter.drawLine(QPointF(x, -3.4), QPointF(x, 3.6));
    }
    painter.drawLine(QPointF(-4.6, -1.2), QPointF(4.6, -1.2));
    painter.drawLine(QPointF(-4.6, 1.8), QPointF(4.6, 1.8));
}

void paintHouse(QPainter& painter, const QColor& colour) {
    painter.setPen(glyphPen(colour, 1.4));
    painter.drawPolyline(QPolygonF({{-4.4, 0}, {0, -4.2}, {4.4, 0}}));
    painter.drawPolyline(QPolygonF({{-3, -0.6}, {-3, 4}, {3, 4}, {3, -0.6}}));
}

void paintExclamation(QPainter& painter, const QColor& colour) {
    painter.setPen(glyphPen(colour, 1.9));
    painter.drawLine(QPointF(0, -4), QPointF(0, 0.8));
    painter.drawPoint(QPointF(0, 4));
}

QPainterPath plateOf(Symbol symbol) {
    QPainterPath plate;
    switch (symbol) {
    case Symbol::Parking:
    case Symbol::Hoarding:
    case Symbol::Facility:
        plate.addRoundedRect(QRectF(-7.5, -7.5, 15, 15), 3.5, 3.5);
        break;
    case Symbol::Dot:
    case Symbol::Tree:
    case Symbol::Project:
        plate.addEllipse(QPointF(0, 0), 7.5, 7.5);
        break;
    case Symbol::Issue:
        plate.addPolygon(QPolygonF({{0, -8.6}, {8.6, 0}, {0, 8.6}, {-8.6, 0}}));
        plate.closeSubpath();
        break;
    }
    return plate;
}

/// In the square of a glyph. Ring, check and bars are strokes, the others are filled.
QPainterPath lightShape(LightShape shape) {
    QPainterPath path;
    switch (shape) {
    case LightShape::None:
        break;
    case LightShape::Ring:
        path.addEllipse(QPointF(0, 0), 4.2, 4.2);
        break;
    case LightShape::Disc:
        path.addEllipse(QPointF(0, 0), 5.2, 5.2);
        break;
    case LightShape::Triangle:
        path.addPolygon(QPolygonF({{0, -5.6}, {5.8, 4.6}, {-5.8, 4.6}, {0, -5.6}}));
        break;
    case LightShape::Square:
        path.addRect(QRectF(-4.8, -4.8, 9.6, 9.6));
        break;
    case LightShape::Diamond:
        path.addPolygon(QPolygonF({{0, -6.6}, {6.6, 0}, {0, 6.6}, {-6.6, 0}, {0, -6.6}}));
        break;
    case LightShape::Check:
        path.moveTo(-4.4, 0.2);
        path.lineTo(-1.4, 3.4);
        path.lineTo(4.6, -3.6);
        break;
    case LightShape::Bars:
        path.moveTo(-2.2, -4.2);
        path.lineTo(-2.2, 4.2);
        path.moveTo(2.2, -4.2);
        path.lineTo(2.2, 4.2);
        break;
    }
    return path;
}

void paintDot(QPainter& painter, const PaintClass& look, const QColor& ground, double sizePx) {
    painter.setPen(QPen(toQColor(look.filled ? look.stroke : look.fill), std::min(1.2, sizePx / 5)));
    painter.setBrush(look.filled ? toQColor(look.fill) : ground);
    painter.drawEllipse(QPointF(0, 0), sizePx / 2, sizePx / 2);
}

} // namespace

void paintGlyph(QPainter& painter, QPointF centre, Symbol symbol, const QColor& colour, double sidePx) {
    painter.save();
    painter.translate(centre);
    painter.scale(sidePx / glyphSide, sidePx / glyphSide);
    painter.setBrush(Qt::NoBrush);
    switch (symbol) {
    case Symbol::Dot:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(0, 0), 2.4, 2.4);
        break;
    case Symbol::Parking:
        paintLetterP(painter, colour);
        break;
    case Symbol::Tree:
        paintTree(painter, colour);
        break;
    case Symbol::Project:
        paintCrane(painter, colour);
        break;
    case Symbol::Hoarding:
        paintFence(painter, colour);
        break;
    case Symbol::Facility:
        paintHouse(painter, colour);
        break;
    case Symbol::Issue:
        paintExclamation(painter, colour);
        break;
    }
    painter.restore();
}

void paintLight(QPainter& painter,
                QPointF centre,
                LightShape shape,
                const QColor& colour,
                const QColor& rim,
                double sizePx) {
    painter.save();
    painter.translate(centre);
    painter.scale(sizePx / glyphSide, sizePx / glyphSide);
    const QPainterPath outline = lightShape(shape);
    const bool isStroke =
        shape == LightShape::Ring || shape == LightShape::Check || shape == LightShape::Bars;
    constexpr double strokePx = 2.2;
    constexpr double rimPx = 1.6;
    painter.strokePath(outline, glyphPen(rim, isStroke ? strokePx + 2 * rimPx : 2 * rimPx));
    if (isStroke) {
        painter.strokePath(outline, glyphPen(colour, strokePx));
    } else {
        painter.fillPath(outline, colour);
    }
    painter.restore();
}

void paintSymbol(
    QPainter& painter, QPointF centre, Symbol symbol, const PaintClass& look, double sizePx, Theme theme) {
    constexpr double leastPlatePx = 9;
    const QColor ground = toQColor(paletteOf(theme).surface);
    const QColor colour = toQColor(look.fill);
    if (look.shape != LightShape::None) {
        paintLight(painter,
                   centre,
                   look.shape,
                   toQColor(look.fill.withAlpha(1)),
                   ground,
                   std::min(sizePx, symbolPx) * 0.9);
        return;
    }
    painter.save();
    painter.translate(centre);
    if (sizePx < leastPlatePx || symbol == Symbol::Dot) {
        paintDot(painter, look, ground, std::min(sizePx, 8.0));
    } else {
        painter.scale(sizePx / symbolPx, sizePx / symbolPx);
        const QPainterPath plate = plateOf(symbol);
        painter.strokePath(plate, QPen(ground, 2.6)); // a rim of paper lifts the sign off the map
        painter.setPen(QPen(look.filled ? toQColor(look.stroke) : colour, 1.3));
        painter.setBrush(look.filled ? colour : ground);
        painter.drawPath(plate);
        // Darker than the plate's rim on light paper, as light as it on dark.
        const QColor glyph = theme == Theme::Dark ? colour : toQColor(look.stroke);
        paintGlyph(painter, {0, 0}, symbol, look.filled ? ground : glyph, 10.5);
    }
    painter.restore();
}

} // namespace tuban
