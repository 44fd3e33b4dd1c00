#include "app/paint/scene.h"

#include "app/paint/layer_painter.h"
#include "app/paint/shape_path.h"

namespace tuban {

namespace {

QImage emptyImage(const Canvas& canvas) {
    QImage image(static_cast<int>(std::lround(canvas.view.widthPx() * canvas.deviceRatio)),
                 static_cast<int>(std::lround(canvas.view.heightPx() * canvas.deviceRatio)),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(canvas.deviceRatio);
    return image;
}

void paintTables(QPainter& painter, const SceneLayer& layer, const Canvas& canvas) {
    for (const auto& table : layer.tables) {
        if (!canvas.stop.stop_requested()) {
            paintLayer(painter, *table, canvas);
        }
    }
}

} // namespace

void paintScene(QPainter& painter, const Scene& scene, const Canvas& canvas) {
    for (const SceneLayer& layer : scene.layers) {
        if (layer.opacity <= 0) {
            continue;
        }
        painter.save();
        if (layer.opacity >= 1 || canvas.isVector) {
            painter.setOpacity(layer.opacity);
            paintTables(painter, layer, canvas);
        } else {
            QImage image = emptyImage(canvas);
            image.fill(Qt::transparent);
            QPainter layerPainter(&image);
            paintTables(layerPainter, layer, canvas);
            layerPainter.end();
            painter.setOpacity(layer.opacity);
            painter.drawImage(QPointF(0, 0), image);
        }
        painter.restore();
    }
}

QImage paintedImage(const Scene& scene, const Canvas& canvas) {
    QImage image = emptyImage(canvas);
    image.fill(scene.hasPaper ? toQColor(paletteOf(scene.theme).paper) : QColor(Qt::transparent));
    QPainter painter(&image);
    paintScene(painter, scene, canvas);
    painter.end();
    return canvas.stop.stop_requested() ? QImage() : image;
}

} // namespace tuban
