#include "app/paint/overlay_painter.h"

#include "app/paint/shape_path.h"
#include "geo/paint/clip.h"
#include "geo/paint/detail.h"

#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace tuban {

namespace {

constexpr double selectedPx = 2;
constexpr double hoverPx = 1.5;
constexpr double haloPx = 1;
constexpr double ringPx = 11;
constexpr double beyondPx = 32; ///< cut edges lie outside the picture
/// Beyond so many shapes each is but a few pixels: without halo, and with lines that cost a tenth.
constexpr std::size_t many = 2'000;

QPointF toScreen(const View& view, Point world) {
    const Point screen = view.screenFromWorld(world);
    return {screen.x, screen.y};
}

void addTo(QPainterPath& path, const std::vector<Point>& world, const View& view, bool isRing) {
    for (std::size_t i = 0; i < world.size(); ++i) {
        const QPointF screen = toScreen(view, world[i]);
        i == 0 ? path.moveTo(screen) : path.lineTo(screen);
    }
    if (isRing && !world.empty()) {
        path.closeSubpath();
    }
}

/// The shape on the screen, cut in the world at what can be seen: nothing beyond the horizon is projected.
QPainterPath screenPath(const Geometry& shape, const View& view, const Box& window) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (std::size_t part = 0; part < shape.partEnds.size(); ++part) {
        const auto points = shape.part(part);
        switch (shape.kind) {
        case ShapeKind::Point:
            if (window.contains(points.front())) {
                path.addEllipse(toScreen(view, points.front()), ringPx, ringPx);
            }
            break;
        case ShapeKind::Line:
            for (const auto& piece : clippedLine(points, window)) {
                addTo(path, piece, view, false);
            }
            break;
        case ShapeKind::Area:
            addTo(path, clippedRing({points.begin(), points.end()}, window), view, true);
            break;
        }
    }
    return path;
}

QPen roundPen(const QColor& colour, double widthPx) {
    return {colour, widthPx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void outline(QPainter& painter, const QPainterPath& path, double widthPx, const Palette& palette) {
    painter.setBrush(Qt::NoBrush);
    painter.strokePath(path, roundPen(toQColor(palette.paper), widthPx + 2 * haloPx));
    painter.strokePath(path, roundPen(toQColor(palette.accent), widthPx));
}

void paintFew(
    QPainter& painter, const Overlay& overlay, const View& view, const Box& window, const Palette& palette) {
    std::vector<QPainterPath> paths;
    for (const Geometry& shape : overlay.selected) {
        if (shape.box().intersects(window)) {
            paths.push_back(screenPath(shape, view, window));
            if (shape.kind != ShapeKind::Line) {
                painter.fillPath(paths.back(), toQColor(palette.accent.withAlpha(0.10)));
            }
        }
    }
    // All halos before all lines: neighbours that are both selected keep their common edge.
    for (const QPainterPath& path : paths) {
        painter.strokePath(path, roundPen(toQColor(palette.paper), selectedPx + 2 * haloPx));
    }
    for (const QPainterPath& path : paths) {
        painter.strokePath(path, roundPen(toQColor(palette.accent), selectedPx));
    }
}

void paintMany(
    QPainter& painter, const Overlay& overlay, const View& view, const Box& window, const Palette& palette) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(toQColor(palette.accent), 0));
    for (const Geometry& shape : overlay.selected) {
        painter.setBrush(shape.kind == ShapeKind::Line ? QBrush(Qt::NoBrush)
                                                       : QBrush(toQColor(palette.accent.withAlpha(0.35))));
        painter.drawPath(screenPath(shape, view, window));
    }
    painter.restore();
}

void paintSpecks(QPainter& painter, const Overlay& overlay, const View& view, const Palette& palette) {
    const QColor colour = toQColor(palette.accent.withAlpha(0.8));
    for (const Box& box : overlay.specks) {
        const QPointF middle = toScreen(view, box.centre());
        const double width = std::max(box.width() * view.pixelsPerWorld(), 1.5);
        const double height = std::max(box.height() * view.pixelsPerWorld(), 1.5);
        painter.fillRect(QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height), colour);
    }
}

void paintSelected(
    QPainter& painter, const Overlay& overlay, const View& view, const Box& window, const Palette& palette) {
    paintSpecks(painter, overlay, view, palette);
    if (overlay.selected.size() > many) {
        paintMany(painter, overlay, view, window, palette);
    } else {
        paintFew(painter, overlay, view, window, palette);
    }
}

/// A drop that stands on the origin.
QPainterPath pinShape() {
    QPainterPath pin;
    pin.moveTo(0, 0);
    pin.cubicTo(QPointF(-1.5, -5), QPointF(-6, -7), QPointF(-6, -12));
    pin.cubicTo(QPointF(-6, -20), QPointF(6, -20), QPointF(6, -12));
    pin.cubicTo(QPointF(6, -7), QPointF(1.5, -5), QPointF(0, 0));
    return pin;
}

void paintPins(
    QPainter& painter, const Overlay& overlay, const View& view, const Box& window, const Palette& palette) {
    const QPainterPath shape = pinShape();
    const double size = std::min(widthFactor(metresPerPixel(view)), 1.0);
    for (const MarkPin& pin : overlay.pins) {
        if (!window.contains(pin.world)) {
            continue;
        }
        painter.save();
        painter.translate(toScreen(view, pin.world));
        painter.scale(size, size);
        painter.strokePath(shape, roundPen(toQColor(palette.surface), 2.4));
        painter.fillPath(shape, toQColor(stateColour(pin.state, palette)));
        painter.setPen(Qt::NoPen);
        painter.setBrush(toQColor(palette.surface));
        painter.drawEllipse(QPointF(0, -12), 2.2, 2.2);
        painter.restore();
    }
}

} // namespace

Colour stateColour(std::string_view state, const Palette& palette) {
    if (state == "slow") {
        return palette.warn;
    }
    if (state == "problem") {
        return palette.bad;
    }
    if (state == "done") {
        return palette.good;
    }
    return state == "halted" ? palette.overdue : palette.accent;
}

QRectF overlayBounds(const Overlay& overlay, const View& view, double marginPx) {
    const Box window = view.worldBox(marginPx + beyondPx);
    Box screen;
    const auto add = [&](const Box& world) {
        const Box seen{std::max(world.minX, window.minX),
                       std::max(world.minY, window.minY),
                       std::min(world.maxX, window.maxX),
                       std::min(world.maxY, window.maxY)};
        if (seen.empty() || seen.minY > seen.maxY) {
            return;
        }
        for (const Point corner : {Point{seen.minX, seen.minY},
                                   Point{seen.maxX, seen.minY},
                                   Point{seen.minX, seen.maxY},
                                   Point{seen.maxX, seen.maxY}}) {
            screen.add(view.screenFromWorld(corner));
        }
    };
    for (const auto* shapes : {&overlay.selected, &overlay.hovered}) {
        std::ranges::for_each(*shapes, add, &Geometry::box);
    }
    std::ranges::for_each(overlay.specks, add);
    if (screen.empty()) {
        return {};
    }
    const Box drawn = screen.grown(ringPx + selectedPx + 2 * haloPx);
    return {drawn.minX, drawn.minY, drawn.width(), drawn.height()};
}

void paintOverlay(QPainter& painter, const Overlay& overlay, const View& view, double marginPx) {
    const Box window = view.worldBox(marginPx + beyondPx);
    const Palette palette = paletteOf(overlay.theme);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Geometry& shape : overlay.hovered) {
        outline(painter, screenPath(shape, view, window), hoverPx, palette);
    }
    paintSelected(painter, overlay, view, window, palette);
    paintPins(painter, overlay, view, window, palette);
}

} // namespace tuban
