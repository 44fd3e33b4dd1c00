#include "app/paint/accent_painter.h"

#include "app/paint/shape_path.h"
#include "app/paint/symbol_painter.h"

#include <algorithm>
#include <cmath>

namespace tuban {

namespace {

/// Upright distance of the lines.
constexpr double stepPx = 7;
/// Shapes smaller than this show no line of a hatch.
constexpr double leastPx = 6;

/// Lines at 45° over a box; `sign` 1 rises to the right, −1 falls.
void addLines(QPainterPath& lines, const QRectF& box, QPointF origin, int sign) {
    // A line is where y + sign × x is a multiple of the step, counted from the origin.
    const auto level = [&](double x, double y) { return (y - origin.y()) + sign * (x - origin.x()); };
    const double low = std::min(level(box.left(), box.top()), level(box.right(), box.top()));
    const double high = std::max(level(box.left(), box.bottom()), level(box.right(), box.bottom()));
    for (double at = std::ceil(low / stepPx) * stepPx; at <= high; at += stepPx) {
        const auto yAt = [&](double x) { return at - sign * (x - origin.x()) + origin.y(); };
        lines.moveTo(box.left(), yAt(box.left()));
        lines.lineTo(box.right(), yAt(box.right()));
    }
}

} // namespace

void paintHatch(QPainter& painter, const QPainterPath& shape, Hatch hatch, QPointF origin, Theme theme) {
    const QRectF box = shape.boundingRect();
    if (hatch == Hatch::None || box.isEmpty()) {
        return;
    }
    QPainterPath lines;
    addLines(lines, box, origin, 1);
    if (hatch == Hatch::Idle) {
        addLines(lines, box, origin, -1);
    }
    const Palette palette = paletteOf(theme);
    painter.save();
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.strokePath(
        lines, QPen(toQColor((hatch == Hatch::Idle ? palette.bad : palette.ink).withAlpha(0.6)), 0.9));
    painter.restore();
}

void paintHatches(QPainter& painter,
                  const DisplayLayer& layer,
                  const std::vector<std::uint32_t>& features,
                  const PixelMap& map,
                  const Canvas& canvas) {
    if (layer.style.hatches.empty()) {
        return;
    }
    // A place of the ground keeps its line: tiles that meet show one hatch. Far from the origin only the
    // part of a step matters.
    const QPointF pole = canvas.toPixel({0, 0});
    const QPointF origin(std::fmod(pole.x() + pole.y(), stepPx), std::fmod(pole.y() - pole.x(), stepPx));
    const QPointF both((origin.x() - origin.y()) / 2, (origin.x() + origin.y()) / 2);
    const double pixelsPerMetre = map.pixelsPerMetre() / canvas.deviceRatio;
    for (const std::uint32_t index : features) {
        const Box& box = layer.snapshot->box(index);
        if (std::max(box.width(), box.height()) * pixelsPerMetre < leastPx) {
            continue;
        }
        if (const Hatch hatch = layer.accent(index).hatch; hatch != Hatch::None) {
            if (canvas.stop.stop_requested()) {
                return;
            }
            paintHatch(painter, pathOf(layer, index, map, canvas), hatch, both, canvas.theme);
        }
    }
}

void paintBadge(QPainter& painter, QPointF centre, const Accent& accent, double signPx, Theme theme) {
    constexpr double leastSignPx = 9; // below it the sign is a dot
    if (signPx < leastSignPx) {
        return;
    }
    const QColor rim = toQColor(paletteOf(theme).surface);
    const double out = signPx * 0.44;
    if (accent.light != LightShape::None) {
        paintLight(painter,
                   centre + QPointF(out, -out),
                   accent.light,
                   toQColor(accent.lightColour),
                   rim,
                   signPx * 0.5);
    }
    if (accent.silent) {
        painter.setPen(QPen(rim, 1.2));
        painter.setBrush(toQColor(paletteOf(theme).secondary));
        painter.drawEllipse(centre + QPointF(out, out), signPx * 0.13, signPx * 0.13);
    }
}

} // namespace tuban
