#include "app/paint/layer_painter.h"

#include "app/paint/shape_path.h"
#include "app/paint/symbol_painter.h"
#include "geo/paint/detail.h"
#include "geo/paint/splat.h"

#include <QImage>

#include <span>
#include <utility>
#include <vector>

namespace tuban {

namespace {

/// Outlines and signs reach this far over the box of their feature.
constexpr double reachPx = 12;

void paintSplats(QPainter& painter,
                 const DisplayLayer& layer,
                 const std::vector<std::uint32_t>& features,
                 const Canvas& canvas) {
    const double ratio = canvas.deviceRatio;
    const QSize size(static_cast<int>(std::lround(canvas.view.widthPx() * ratio)),
                     static_cast<int>(std::lround(canvas.view.heightPx() * ratio)));
    SplatBuffer splats(static_cast<std::size_t>(size.width()), static_cast<std::size_t>(size.height()));
    const double scale = canvas.view.pixelsPerWorld() * ratio;
    for (const std::uint32_t index : features) {
        const QPointF low = canvas.toPixel({layer.boxes[index].minX, layer.boxes[index].minY}) * ratio;
        const QPointF high = canvas.toPixel({layer.boxes[index].maxX, layer.boxes[index].maxY}) * ratio;
        splats.add({low.x(), low.y(), high.x(), high.y()},
                   layer.areas[index] * scale * scale,
                   layer.style.classes[layer.classes[index]].fill);
    }
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    // 32 bits a pixel: lines of such an image have no gaps.
    splats.paintOver(
        std::span(reinterpret_cast<std::uint32_t*>(image.bits()),
                  static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height())));
    image.setDevicePixelRatio(ratio);
    painter.drawImage(QPointF(0, 0), image);
}

void paintAreas(QPainter& painter,
                const DisplayLayer& layer,
                const std::vector<std::uint32_t>& features,
                const Canvas& canvas) {
    const double factor = widthFactor(metresPerPixel(canvas.view));
    for (const std::uint32_t index : features) {
        if (canvas.stop.stop_requested()) {
            return;
        }
        const PaintClass& look = layer.style.classes[layer.classes[index]];
        QPen pen(toQColor(look.stroke), look.strokeWidthPx * factor);
        pen.setJoinStyle(Qt::RoundJoin);
        painter.setPen(pen);
        painter.setBrush(toQColor(look.fill));
        painter.drawPath(pathOf(layer, index, canvas));
    }
}

QPen linePen(const QColor& colour, double widthPx) {
    return {colour, widthPx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

/// All casings first, then all cores: crossings stay open.
void paintLines(QPainter& painter,
                const DisplayLayer& layer,
                const std::vector<std::uint32_t>& features,
                const Canvas& canvas) {
    const double factor = lineWidthFactor(metresPerPixel(canvas.view));
    const QColor hollow = toQColor(paletteOf(canvas.theme).surface);
    std::vector<std::pair<QPainterPath, const PaintClass*>> lines;
    for (const std::uint32_t index : features) {
        lines.emplace_back(pathOf(layer, index, canvas), &layer.style.classes[layer.classes[index]]);
    }
    painter.setBrush(Qt::NoBrush);
    for (const auto& [path, look] : lines) {
        painter.setPen(
            linePen(toQColor(look->filled ? look->stroke : look->fill), look->strokeWidthPx * factor));
        painter.drawPath(path);
    }
    constexpr double casingPx = 1.0;
    for (const auto& [path, look] : lines) {
        const double corePx = look->strokeWidthPx * factor - 2 * casingPx;
        if (canvas.stop.stop_requested()) {
            return;
        }
        if (corePx >= 0.8) {
            painter.setPen(linePen(look->filled ? toQColor(look->fill) : hollow, corePx));
            painter.drawPath(path);
        }
    }
}

void paintSigns(QPainter& painter,
                const DisplayLayer& layer,
                const std::vector<std::uint32_t>& features,
                const Canvas& canvas) {
    const double sizePx = symbolPx * widthFactor(metresPerPixel(canvas.view));
    for (const std::uint32_t index : features) {
        paintSymbol(painter,
                    canvas.toPixel(layer.boxes[index].centre()),
                    layer.style.symbol,
                    layer.style.classes[layer.classes[index]],
                    std::min(sizePx, symbolPx),
                    canvas.theme);
    }
}

} // namespace

void paintLayer(QPainter& painter, const DisplayLayer& layer, const Canvas& canvas) {
    const double deviceScale = canvas.view.pixelsPerWorld() * canvas.deviceRatio;
    Detail detail = detailFor(layer, canvas.view.worldBox(reachPx), deviceScale);
    if (canvas.isVector) {
        detail.paths.insert(detail.paths.begin(), detail.splats.begin(), detail.splats.end());
        detail.splats.clear();
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (!detail.splats.empty()) {
        paintSplats(painter, layer, detail.splats, canvas);
    }
    switch (layer.snapshot->kind) {
    case ShapeKind::Area:
        paintAreas(painter, layer, detail.paths, canvas);
        break;
    case ShapeKind::Line:
        paintLines(painter, layer, detail.paths, canvas);
        break;
    case ShapeKind::Point:
        paintSigns(painter, layer, detail.paths, canvas);
        break;
    }
}

} // namespace tuban
