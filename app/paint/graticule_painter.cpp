#include "app/paint/graticule_painter.h"

#include "app/paint/fonts.h"
#include "app/paint/shape_path.h"
#include "geo/paint/clip.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>
#include <vector>

namespace tuban {

namespace {

constexpr int labelPx = 11;
constexpr double insetPx = 6;
constexpr double abovePx = 3;

QPainterPath pathOf(const Graticule& graticule) {
    QPainterPath path;
    for (const GraticuleLine& line : graticule.lines) {
        for (const std::vector<Point>& run : line.runs) {
            path.moveTo(run.front().x, run.front().y);
            for (const Point p : std::span(run).subspan(1)) {
                path.lineTo(p.x, p.y);
            }
        }
    }
    return path;
}

/// The end of a line in a frame: where it comes in, and the way into the frame.
struct End {
    QPointF at;
    QPointF inwards; ///< length 1
};

std::vector<End> endsOf(const GraticuleLine& line, const QRectF& frame) {
    std::vector<End> ends;
    const Box window{frame.left(), frame.top(), frame.right(), frame.bottom()};
    const auto add = [&ends](Point at, Point next) {
        const double length = std::hypot(next.x - at.x, next.y - at.y);
        if (length > 0) {
            ends.push_back({{at.x, at.y}, {(next.x - at.x) / length, (next.y - at.y) / length}});
        }
    };
    for (const std::vector<Point>& run : line.runs) {
        for (const std::vector<Point>& piece : clippedLine(run, window)) {
            if (piece.size() > 1) {
                add(piece.front(), piece[1]);
                add(piece.back(), piece[piece.size() - 2]);
            }
        }
    }
    return ends;
}

/// The letters of a label, upright along its line and on the upper side of it.
QPainterPath lettersAt(const End& end, const QString& text, const QFont& font) {
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    double angle = std::atan2(end.inwards.y(), end.inwards.x()) * 180 / std::numbers::pi;
    double start = insetPx;
    if (angle > 90 || angle <= -90) {
        angle += 180;
        start = -insetPx - width;
    }
    QPainterPath letters;
    letters.addText({start, -abovePx}, font, text);
    return QTransform().translate(end.at.x(), end.at.y()).rotate(angle).map(letters);
}

} // namespace

void paintGraticule(QPainter& painter,
                    const Graticule& graticule,
                    const QRectF& frame,
                    Theme theme,
                    const QString& northText,
                    const QString& eastText) {
    const Palette palette = paletteOf(theme);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath lines = pathOf(graticule);
    // Light on dark ground, dark on light ground: the halo is seen only over pictures.
    painter.strokePath(lines, QPen(toQColor(palette.paper.withAlpha(0.3)), 2.5));
    painter.strokePath(lines, QPen(toQColor(palette.secondary.withAlpha(0.5)), 1));

    const QFont font = textFont(labelPx);
    std::vector<QRectF> taken;
    for (const GraticuleLine& line : graticule.lines) {
        const QString text =
            (line.isNorthing ? northText : eastText).arg(QString::number(line.valueM, 'f', 0));
        for (const End& end : endsOf(line, frame)) {
            const QPainterPath letters = lettersAt(end, text, font);
            const QRectF box = letters.boundingRect().adjusted(-3, -3, 3, 3);
            if (!frame.contains(box) ||
                std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(box); })) {
                continue;
            }
            taken.push_back(box);
            painter.strokePath(
                letters,
                QPen(toQColor(palette.paper.withAlpha(0.88)), 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.fillPath(letters, toQColor(palette.secondary));
        }
    }
}

} // namespace tuban
