#include "app/paint/layer_painter.h"

#include "app/paint/accent_painter.h"
#include "app/paint/area_painter.h"
#include "app/paint/shape_path.h"
#include "app/paint/symbol_painter.h"
#include "geo/paint/detail.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace tuban {

namespace {

/// Outlines and signs reach this far over the box of their feature.
constexpr double reachPx = 12;

QPen linePen(const QColor& colour, double widthPx) {
    return {colour, widthPx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

/// Width of a line: on the ground where its class says so, but never too thin to be seen.
double lineWidthPx(const PaintClass& look, const Canvas& canvas) {
    constexpr double leastPx = 0.8;
    const double metres = metresPerPixel(canvas.view);
    return look.strokeWidthM > 0 ? std::max(leastPx, look.strokeWidthM / metres)
                                 : look.strokeWidthPx * lineWidthFactor(metres);
}

/// All casings first, then all cores: crossings stay open.
void paintLines(QPainter& painter,
                const DisplayLayer& layer,
                const std::vector<std::uint32_t>& features,
                const PixelMap& map,
                const Canvas& canvas) {
    const QColor hollow = toQColor(paletteOf(canvas.theme).surface);
    std::vector<std::pair<QPainterPath, const PaintClass*>> lines;
    for (const std::uint32_t index : features) {
        lines.emplace_back(pathOf(layer, index, map, canvas), &layer.style.classes[layer.classes[index]]);
    }
    painter.setBrush(Qt::NoBrush);
    for (const auto& [path, look] : lines) {
        painter.setPen(
            linePen(toQColor(look->filled ? look->stroke : look->fill), lineWidthPx(*look, canvas)));
        painter.drawPath(path);
    }
    constexpr double casingPx = 1.0;
    for (const auto& [path, look] : lines) {
        const double corePx = lineWidthPx(*look, canvas) - 2 * casingPx;
        if (canvas.stop.stop_requested()) {
            return;
        }
        if (corePx >= 0.8) {
            painter.setPen(linePen(look->filled ? toQColor(look->fill) : hollow, corePx));
            painter.drawPath(path);
        }
    }
}

/// Side of a sign: smaller from far, and of a layer with many no larger than leaves most of the map free.
double signSizePx(const DisplayLayer& layer, const Canvas& canvas) {
    constexpr double leastPx = 3;
    constexpr double shareOfRoom = 0.3;
    const Box all = layer.bounds();
    const auto count = static_cast<double>(layer.size());
    const double room =
        std::max(std::sqrt(all.width() * all.height() / count), std::max(all.width(), all.height()) / count);
    const double roomPx = count > 1 ? room * canvas.view.pixelsPerWorld() : symbolPx / shareOfRoom;
    return std::min({symbolPx,
                     symbolPx * widthFactor(metresPerPixel(canvas.view)),
                     std::max(leastPx, shareOfRoom * roomPx)});
}

void paintSigns(QPainter& painter,
                const DisplayLayer& layer,
                const std::vector<std::uint32_t>& features,
                const PixelMap& map,
                const Canvas& canvas) {
    const double sizePx = signSizePx(layer, canvas);
    for (const std::uint32_t index : features) {
        const Point at = map.pixel(layer.snapshot->box(index).centre());
        const QPointF centre = QPointF(at.x, at.y) / canvas.deviceRatio;
        paintSymbol(painter,
                    centre,
                    layer.style.symbol,
                    layer.style.classes[layer.classes[index]],
                    sizePx,
                    canvas.theme);
        paintBadge(painter, centre, layer.accent(index), sizePx, canvas.theme);
    }
}

} // namespace

void paintLayer(QPainter& painter, const DisplayLayer& layer, const Canvas& canvas) {
    const View& view = canvas.view;
    const double scale = view.pixelsPerWorld();
    const PixelMap map(
        *layer.frame,
        {view.centre().x - view.widthPx() / 2 / scale, view.centre().y - view.heightPx() / 2 / scale},
        scale * canvas.deviceRatio,
        view.worldBox(reachPx));
    if (map.planWindow().empty()) {
        return;
    }
    const Detail detail = detailFor(layer, map);
    painter.setRenderHint(QPainter::Antialiasing);
    switch (layer.snapshot->kind) {
    case ShapeKind::Area:
        paintAreas(painter, layer, detail, map, canvas);
        paintHatches(painter, layer, detail.paths, map, canvas);
        paintSigns(painter, layer, detail.signs, map, canvas);
        break;
    case ShapeKind::Line:
        paintLines(painter, layer, detail.paths, map, canvas);
        break;
    case ShapeKind::Point:
        paintSigns(painter, layer, detail.paths, map, canvas);
        break;
    }
}

} // namespace tuban
