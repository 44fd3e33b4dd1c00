#include "app/print/sheet.h"

#include "app/paint/fonts.h"
#include "app/paint/label_painter.h"
#include "app/paint/shape_path.h"
#include "app/print/sheet_parts.h"

#include <QFontMetricsF>

#include <ranges>

namespace tuban {

namespace {

constexpr double titlePx = 44;
constexpr double gapPx = 20;
constexpr double footPx = 150;
constexpr double columnPx = 236;

std::vector<std::shared_ptr<const DisplayLayer>> labelledLayers(const Scene& scene) {
    std::vector<std::shared_ptr<const DisplayLayer>> layers;
    for (const SceneLayer& layer : scene.layers | std::views::reverse) {
        if (!layer.tables.empty() && layer.opacity > 0) {
            layers.push_back(layer.tables.back());
        }
    }
    return layers;
}

void paintTitle(QPainter& painter, const Sheet& sheet, const QRectF& frame) {
    painter.setFont(textFont(24, QFont::Medium));
    painter.setPen(toQColor(paletteOf(sheet.theme).ink));
    const QString text = QFontMetricsF(painter.font()).elidedText(sheet.title, Qt::ElideRight, frame.width());
    painter.drawText(frame, Qt::AlignLeft | Qt::AlignTop, text);
}

} // namespace

void paintMap(
    QPainter& painter, const Sheet& sheet, const Scene& scene, const QRectF& frame, const Canvas& canvas) {
    const Palette palette = paletteOf(sheet.theme);
    painter.fillRect(frame, toQColor(palette.paper));
    painter.save();
    painter.setClipRect(frame);
    painter.translate(frame.topLeft());
    if (canvas.isVector) {
        paintScene(painter, scene, canvas);
    } else {
        painter.drawImage(QPointF(0, 0), paintedImage(scene, canvas));
    }
    paintLabels(
        painter, placeLabels(labelledLayers(scene), canvas.view, labelSize), sheet.theme, canvas.isVector);
    painter.restore();
    painter.setPen(QPen(toQColor(palette.ink), 0.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
}

SheetLayout layoutOf(QSizeF size, double marginPx) {
    const QRectF sheet = QRectF(QPointF(0, 0), size).adjusted(marginPx, marginPx, -marginPx, -marginPx);
    SheetLayout layout;
    layout.legendColumnPx = columnPx;
    layout.title = QRectF(sheet.left(), sheet.top(), sheet.width(), titlePx);
    const double top = layout.title.bottom();
    if (size.width() >= size.height()) {
        const double left = sheet.right() - columnPx;
        layout.map = QRectF(QPointF(sheet.left(), top), QPointF(left - gapPx, sheet.bottom()));
        layout.foot = QRectF(left, sheet.bottom() - footPx, columnPx, footPx);
        layout.legend = QRectF(QPointF(left, top), QPointF(sheet.right(), layout.foot.top() - gapPx));
        return layout;
    }
    const double band = std::clamp(sheet.height() * 0.26, footPx + 20, 340.0);
    layout.map = QRectF(QPointF(sheet.left(), top), QPointF(sheet.right(), sheet.bottom() - band - gapPx));
    const double bandTop = layout.map.bottom() + gapPx;
    layout.foot = QRectF(sheet.right() - columnPx, bandTop, columnPx, band);
    layout.legend =
        QRectF(QPointF(sheet.left(), bandTop), QPointF(layout.foot.left() - gapPx, sheet.bottom()));
    layout.legendColumnPx = (layout.legend.width() - gapPx) / 2;
    return layout;
}

void paintSheet(QPainter& painter,
                const Sheet& sheet,
                const Scene& scene,
                const SheetLayout& layout,
                const Canvas& canvas) {
    painter.setRenderHint(QPainter::Antialiasing);
    paintMap(painter, sheet, scene, layout.map, canvas);
    paintTitle(painter, sheet, layout.title);
    paintLegend(painter, sheet, layout.legend, layout.legendColumnPx);
    paintFoot(painter, sheet, layout.foot, metresPerPixel(canvas.view));
}

} // namespace tuban
