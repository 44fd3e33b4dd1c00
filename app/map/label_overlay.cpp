#include "app/map/label_overlay.h"

#include "app/map/map_camera.h"
#include "app/paint/label_painter.h"

#include <QFuture>
#include <QPainter>
#include <QPromise>

#include <chrono>
#include <ranges>
#include <utility>

namespace tuban {

namespace {

constexpr auto restAfter = std::chrono::milliseconds(120);

/// Letters that the camera has made much smaller or larger are better gone until they are placed anew.
bool isLegible(const View& placed, const View& now) {
    const double scale = now.pixelsPerWorld() / placed.pixelsPerWorld();
    return scale > 0.7 && scale < 1.6;
}

struct Job {
    std::shared_ptr<const Scene> scene;
    View view;
    double deviceRatio = 1;

    [[nodiscard]] QImage run() const {
        std::vector<std::shared_ptr<const DisplayLayer>> layers;
        for (const SceneLayer& layer : scene->layers | std::views::reverse) {
            layers.push_back(layer.tables.back());
        }
        QImage image((QSizeF(view.widthPx(), view.heightPx()) * deviceRatio).toSize(),
                     QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(deviceRatio);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintLabels(painter, placeLabels(layers, view, labelSize), scene->theme);
        painter.end();
        return image;
    }
};

} // namespace

LabelOverlay::LabelOverlay(QQuickItem* parent) : QQuickItem(parent), m_scene(std::make_shared<Scene>()) {
    setFlag(ItemHasContents);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, &LabelOverlay::place);
    m_pool.setMaxThreadCount(1);
}

LabelOverlay::~LabelOverlay() {
    m_pool.clear();
    m_pool.waitForDone();
}

void LabelOverlay::setMap(QQuickItem* map) {
    followMap(this, m_map, map, "cameraChanged()");
    m_map = map;
    m_rest.start();
}

void LabelOverlay::setScene(std::shared_ptr<const Scene> scene) {
    m_scene = std::move(scene);
    m_rest.start();
}

void LabelOverlay::cameraChanged() {
    m_rest.start();
    update();
}

void LabelOverlay::place() {
    if (m_map == nullptr || window() == nullptr || m_map->width() <= 0 || m_map->height() <= 0) {
        return;
    }
    const quint64 request = ++m_request;
    Job job{m_scene, View::ofCamera(cameraOf(*m_map)), window()->effectiveDevicePixelRatio()};
    const View view = job.view;
    auto promise = std::make_shared<QPromise<QImage>>();
    promise->future().then(this, [this, request, view](const QImage& image) {
        if (request == m_request) {
            m_image = {image, view, 0, request};
            update();
        }
    });
    m_pool.clear(); // an older view that waits is not wanted any more
    m_pool.start([promise, job = std::move(job)] {
        promise->start();
        promise->addResult(job.run());
        promise->finish();
    });
}

QSGNode* LabelOverlay::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/) {
    const View now = m_map == nullptr ? View() : View::ofCamera(cameraOf(*m_map));
    if (m_map == nullptr || m_image.image.isNull() || !isLegible(m_image.view, now)) {
        delete old;
        return nullptr;
    }
    auto* node = old == nullptr ? new ViewImageNode : static_cast<ViewImageNode*>(old);
    node->show(m_image, now, window());
    return node;
}

} // namespace tuban
