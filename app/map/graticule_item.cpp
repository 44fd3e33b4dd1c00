#include "app/map/graticule_item.h"

#include "app/map/map_camera.h"
#include "app/paint/graticule_painter.h"

#include <chrono>

namespace tuban {

namespace {

constexpr auto restAfter = std::chrono::milliseconds(60);
constexpr double marginPx = 128;
constexpr double spacingPx = 120;

/// All that crosses to the painting thread.
struct Job {
    Crs crs;
    View view;
    Theme theme = Theme::Light;
    QString northText;
    QString eastText;

    void paint(QPainter& painter) const {
        const auto degrees = crsFromText("EPSG:4490");
        const auto planToGeo = degrees ? Transform::between(crs, *degrees) : std::unexpected(degrees.error());
        const auto geoToPlan = degrees ? Transform::between(*degrees, crs) : std::unexpected(degrees.error());
        if (!planToGeo || !geoToPlan) {
            return;
        }
        // A view that leaves the system has no lines in it.
        if (const auto made = graticuleOf(view, *planToGeo, *geoToPlan, marginPx, spacingPx)) {
            const QRectF frame(0, 0, view.widthPx(), view.heightPx());
            paintGraticule(painter, *made, frame, theme, northText, eastText);
        }
    }
};

} // namespace

GraticuleItem::GraticuleItem(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
    setClip(true);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, &GraticuleItem::place);
    connect(&m_maker, &ViewImageMaker::made, this, &QQuickItem::update);
}

void GraticuleItem::setMap(QQuickItem* map) {
    if (m_map != map) {
        followMap(this, m_map, map, "cameraChanged()");
        m_map = map;
        Q_EMIT mapChanged();
        m_rest.start();
    }
}

void GraticuleItem::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    if (m_session != nullptr) {
        disconnect(m_session, nullptr, this, nullptr);
    }
    m_session = session;
    if (session != nullptr) {
        connect(session, &Session::openChanged, this, &GraticuleItem::cameraChanged);
        connect(session, &Session::languageChanged, this, &GraticuleItem::cameraChanged);
    }
    Q_EMIT sessionChanged();
    m_rest.start();
}

void GraticuleItem::setDark(bool dark) {
    if (m_dark != dark) {
        m_dark = dark;
        Q_EMIT darkChanged();
        m_rest.start();
    }
}

void GraticuleItem::cameraChanged() {
    if (isVisible()) {
        m_rest.start();
        update();
    }
}

void GraticuleItem::itemChange(ItemChange change, const ItemChangeData& value) {
    if (change == ItemVisibleHasChanged || change == ItemDevicePixelRatioHasChanged) {
        cameraChanged();
    }
    QQuickItem::itemChange(change, value);
}

void GraticuleItem::place() {
    const bool isReady = m_map != nullptr && m_map->width() > 0 && m_map->height() > 0 && window() != nullptr;
    if (!isReady || !isVisible() || m_session == nullptr || !m_session->isOpen()) {
        return;
    }
    const Job job{.crs = m_session->crs(),
                  .view = View::ofCamera(cameraOf(*m_map)),
                  .theme = m_dark ? Theme::Dark : Theme::Light,
                  .northText = tr("X(N) %1"),
                  .eastText = tr("Y(E) %1")};
    m_maker.make(job.view, marginPx, window()->effectiveDevicePixelRatio(), [job](QPainter& painter) {
        job.paint(painter);
    });
}

QSGNode* GraticuleItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/) {
    if (m_map == nullptr || m_maker.image().image.isNull()) {
        delete old;
        return nullptr;
    }
    auto* node = old == nullptr ? new ViewImageNode : static_cast<ViewImageNode*>(old);
    node->show(m_maker.image(), View::ofCamera(cameraOf(*m_map)), window());
    return node;
}

} // namespace tuban
