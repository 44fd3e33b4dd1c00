#include "app/map/selection_overlay.h"

#include "app/map/map_camera.h"
#include "app/session/snapshot_store.h"
#include "geo/crs/transform.h"

#include <QFuture>
#include <QPainter>
#include <QPromise>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tuban {

namespace {

constexpr auto restAfter = std::chrono::milliseconds(60);
constexpr double marginPx = 96;

Geometry toWorld(Geometry shape, const Transform& planToGeo) {
    if (!planToGeo.apply(std::span(shape.points))) {
        return {};
    }
    std::ranges::transform(shape.points, shape.points.begin(), worldFromGeo);
    return shape;
}

} // namespace

/// What the picture is made of, in plan coordinates: projecting and drawing happen on a thread of the
/// overlay.
struct SelectionOverlay::Job {
    std::vector<Place> selected;
    std::vector<Place> hovered;
    std::vector<std::pair<Point, std::string>> pins; ///< place and state
    Overlay overlay;                                 ///< theme; the rest is filled by run()
    Crs crs;
    View view;
    double deviceRatio = 1;

    [[nodiscard]] QImage run() {
        const auto geo = crsFromText("EPSG:4490");
        const auto planToGeo = geo ? Transform::between(crs, *geo) : std::unexpected(geo.error());
        if (planToGeo) {
            project(*planToGeo);
        }
        const QSizeF size(view.widthPx() + 2 * marginPx, view.heightPx() + 2 * marginPx);
        QImage image((size * deviceRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(deviceRatio);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.translate(marginPx, marginPx);
        paintOverlay(painter, overlay, view, marginPx);
        painter.end();
        return image;
    }

private:
    void project(const Transform& planToGeo) {
        for (const Place& place : selected) {
            overlay.selected.push_back(toWorld(place.snapshot->geometry(place.index), planToGeo));
        }
        for (const Place& place : hovered) {
            Geometry shape = toWorld(place.snapshot->geometry(place.index), planToGeo);
            if (!overlay.hovered) {
                overlay.hovered = std::move(shape);
            }
        }
        for (const auto& [at, state] : pins) {
            if (const auto lonLat = planToGeo.apply(at)) {
                overlay.pins.push_back({worldFromGeo(*lonLat), state});
            }
        }
    }
};

SelectionOverlay::SelectionOverlay(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
    setClip(true);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, [this] { polish(); });
    m_pool.setMaxThreadCount(1);
}

SelectionOverlay::~SelectionOverlay() {
    m_pool.clear();
    m_pool.waitForDone();
}

void SelectionOverlay::setMap(QQuickItem* map) {
    if (m_map != map) {
        followMap(this, m_map, map, "cameraChanged()");
        m_map = map;
        Q_EMIT mapChanged();
        polish();
    }
}

void SelectionOverlay::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    if (m_session != nullptr) {
        disconnect(m_session->snapshots(), nullptr, this, nullptr);
    }
    m_session = session;
    if (session != nullptr) {
        connect(session->snapshots(), &SnapshotStore::snapshotChanged, this, [this] { polish(); });
        connect(session->snapshots(), &SnapshotStore::marksChanged, this, [this] { polish(); });
        connect(session->snapshots(), &SnapshotStore::cleared, this, [this] { polish(); });
    }
    Q_EMIT sessionChanged();
}

void SelectionOverlay::setSelection(Selection* selection) {
    if (m_selection == selection) {
        return;
    }
    if (m_selection != nullptr) {
        disconnect(m_selection, nullptr, this, nullptr);
    }
    m_selection = selection;
    if (selection != nullptr) {
        connect(selection, &Selection::changed, this, [this] { polish(); });
        connect(selection, &Selection::hoverChanged, this, [this] { polish(); });
    }
    Q_EMIT selectionChanged();
    polish();
}

void SelectionOverlay::setDark(bool dark) {
    if (m_dark != dark) {
        m_dark = dark;
        Q_EMIT darkChanged();
        polish();
    }
}

void SelectionOverlay::setMarksVisible(bool visible) {
    if (m_marksVisible != visible) {
        m_marksVisible = visible;
        Q_EMIT marksVisibleChanged();
        polish();
    }
}

void SelectionOverlay::cameraChanged() {
    m_rest.start();
    update();
}

void SelectionOverlay::updatePolish() {
    if (!m_rest.isActive()) {
        repaint();
    }
}

std::vector<SelectionOverlay::Place> SelectionOverlay::placesOf(const QString& layer,
                                                                const QString& uid) const {
    std::vector<Place> places;
    const auto catalogue = m_session->catalogue();
    const Layer* definition = catalogue == nullptr ? nullptr : catalogue->layer(layer.toStdString());
    if (definition == nullptr) {
        return places;
    }
    QStringList tables{layer};
    for (const Layer::Companion& companion : definition->companions) {
        tables.append(QString::fromStdString(companion.table));
    }
    for (const QString& table : std::as_const(tables)) {
        const auto snapshot = m_session->snapshots()->snapshot(table);
        const std::int64_t index = snapshot == nullptr ? -1 : snapshot->find(uid.toStdString());
        if (index >= 0 && !snapshot->box(static_cast<std::size_t>(index)).empty()) {
            places.push_back({snapshot, static_cast<std::size_t>(index)});
        }
    }
    return places;
}

std::vector<std::pair<Point, std::string>> SelectionOverlay::pins() const {
    std::vector<std::pair<Point, std::string>> pins;
    const auto marks = m_session->snapshots()->marks();
    for (const Mark& mark : *marks) {
        pins.emplace_back(mark.at, mark.state);
    }
    return pins;
}

SelectionOverlay::Job SelectionOverlay::job() const {
    Job job;
    job.view = View::ofCamera(cameraOf(*m_map));
    job.deviceRatio = window()->effectiveDevicePixelRatio();
    job.overlay.theme = m_dark ? Theme::Dark : Theme::Light;
    if (m_session == nullptr || !m_session->isOpen() || m_selection == nullptr) {
        return job;
    }
    job.crs = m_session->crs();
    const QList<FeatureItem> refs = m_selection->refs();
    for (const FeatureItem& ref : refs) {
        const std::vector<Place> places = placesOf(ref.layer, ref.uid);
        job.selected.insert(job.selected.end(), places.begin(), places.end());
    }
    if (!m_selection->hoverUid().isEmpty() &&
        !m_selection->isSelected(m_selection->hoverLayer(), m_selection->hoverUid())) {
        job.hovered = placesOf(m_selection->hoverLayer(), m_selection->hoverUid());
    }
    if (m_marksVisible) {
        job.pins = pins();
    }
    return job;
}

void SelectionOverlay::repaint() {
    if (m_map == nullptr || window() == nullptr || m_map->width() <= 0 || m_map->height() <= 0) {
        return;
    }
    const quint64 request = ++m_request;
    auto work = std::make_shared<Job>(job());
    const View view = work->view;
    auto promise = std::make_shared<QPromise<QImage>>();
    promise->future().then(this, [this, request, view](const QImage& image) {
        if (request >= m_image.serial) { // a picture that was overtaken is still better than an older one
            m_image = {image, view, marginPx, request};
            update();
        }
    });
    m_pool.clear();
    m_pool.start([promise, work] {
        promise->start();
        promise->addResult(work->run());
        promise->finish();
    });
}

QSGNode* SelectionOverlay::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/) {
    if (m_map == nullptr || m_image.image.isNull()) {
        delete old;
        return nullptr;
    }
    auto* node = old == nullptr ? new ViewImageNode : static_cast<ViewImageNode*>(old);
    node->show(m_image, View::ofCamera(cameraOf(*m_map)), window());
    return node;
}

} // namespace tuban
