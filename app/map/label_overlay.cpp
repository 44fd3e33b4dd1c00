#include "app/map/label_overlay.h"

#include "app/map/label_nodes.h"
#include "app/map/map_camera.h"

#include <QFuture>
#include <QPromise>

#include <chrono>
#include <utility>

namespace tuban {

namespace {

constexpr auto pause = std::chrono::milliseconds(60);
constexpr double marginPx = 320;

/// Letters whose ground has become much smaller or larger are better gone until they are placed anew.
bool isLegible(const View& placed, const View& now) {
    const double scale = now.pixelsPerWorld() / placed.pixelsPerWorld();
    return scale > 0.7 && scale < 1.6;
}

} // namespace

LabelOverlay::LabelOverlay(QQuickItem* parent) : QQuickItem(parent), m_scene(std::make_shared<Scene>()) {
    setFlag(ItemHasContents);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &LabelOverlay::place);
    m_pool.setMaxThreadCount(1);
}

LabelOverlay::~LabelOverlay() {
    m_pool.clear();
    m_pool.waitForDone();
}

void LabelOverlay::setMap(QQuickItem* map) {
    followMap(this, m_map, map, "cameraChanged()");
    m_map = map;
    cameraChanged();
}

void LabelOverlay::setScene(std::shared_ptr<const Scene> scene) {
    m_scene = std::move(scene);
    cameraChanged();
}

void LabelOverlay::cameraChanged() {
    if (!m_pause.isActive() && !isSettled()) {
        m_pause.start();
    }
    update();
}

View LabelOverlay::viewNow() const {
    return m_map == nullptr ? View() : View::ofCamera(cameraOf(*m_map));
}

/// New names are wanted for another scale or direction, and once a drag has used up half of the margin.
bool LabelOverlay::isWanted(const View& now) const {
    if (m_sheet == nullptr || m_placedScene != m_scene || now.matrix() != m_sheet->view.matrix()) {
        return true;
    }
    const Point centre = m_sheet->view.screenFromWorld(now.centre());
    return std::abs(centre.x - now.widthPx() / 2) > marginPx / 2 ||
           std::abs(centre.y - now.heightPx() / 2) > marginPx / 2;
}

bool LabelOverlay::isSettled() const {
    return !m_isPlacing && m_map != nullptr && !isWanted(viewNow());
}

void LabelOverlay::place() {
    if (m_map == nullptr || window() == nullptr || m_map->width() <= 0 || m_map->height() <= 0 ||
        m_isPlacing || isSettled()) {
        return;
    }
    m_isPlacing = true;
    m_sheetRatio = window()->effectiveDevicePixelRatio();
    const LabelOrder order{.scene = m_scene,
                           .view = viewNow(),
                           .marginPx = marginPx,
                           .deviceRatio = m_sheetRatio,
                           .before = m_sheet};
    auto promise = std::make_shared<QPromise<std::shared_ptr<const LabelSheet>>>();
    promise->future().then(this, [this, scene = m_scene](const std::shared_ptr<const LabelSheet>& sheet) {
        accept(sheet, scene);
    });
    m_pool.start([promise, order] {
        promise->start();
        promise->addResult(makeLabelSheet(order));
        promise->finish();
    });
}

void LabelOverlay::accept(const std::shared_ptr<const LabelSheet>& sheet,
                          const std::shared_ptr<const Scene>& scene) {
    const bool hasGrown = m_sheet == nullptr || sheet->labels.size() > m_sheet->labels.size();
    m_sheet = sheet;
    m_isPlacing = false;
    // Where time ran out, the next placement keeps these names and goes on from there.
    m_placedScene = sheet->isComplete || !hasGrown ? scene : nullptr;
    cameraChanged();
}

QSGNode* LabelOverlay::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/) {
    const View now = viewNow();
    if (m_map == nullptr || m_sheet == nullptr || m_sheet->labels.empty() || !isLegible(m_sheet->view, now)) {
        delete old;
        return nullptr;
    }
    auto* nodes = old == nullptr ? new LabelNodes : static_cast<LabelNodes*>(old);
    nodes->show(m_sheet, now, m_sheetRatio, window());
    return nodes;
}

} // namespace tuban
