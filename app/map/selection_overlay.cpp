#include "app/map/selection_overlay.h"

#include "app/map/map_camera.h"
#include "app/session/snapshot_store.h"
#include "geo/crs/transform.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

namespace tuban {

namespace {

constexpr auto restAfter = std::chrono::milliseconds(60);
constexpr double marginPx = 96;

/// The picture no longer covers what is seen, or is magnified so that it shows.
bool isOutgrown(const ViewImage& image, const View& now) {
    if (image.image.isNull()) {
        return false;
    }
    const double scale = now.pixelsPerWorld() / image.view.pixelsPerWorld();
    const Point centre = image.view.screenFromWorld(now.centre());
    return scale < 0.8 || scale > 1.5 || std::abs(centre.x - image.view.widthPx() / 2) > marginPx ||
           std::abs(centre.y - image.view.heightPx() / 2) > marginPx;
}

/// Draws on the spot, on a sheet no larger than what is drawn.
ViewImage paintedNow(const Overlay& overlay, const View& view, double deviceRatio) {
    const QRectF all(-marginPx, -marginPx, view.widthPx() + 2 * marginPx, view.heightPx() + 2 * marginPx);
    const QRectF part = overlayBounds(overlay, view, marginPx).intersected(all).toAlignedRect();
    ViewImage shown;
    shown.view = view;
    shown.marginPx = marginPx;
    shown.part = part;
    if (part.isEmpty()) {
        return shown;
    }
    shown.image = QImage((part.size() * deviceRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    shown.image.setDevicePixelRatio(deviceRatio);
    shown.image.fill(Qt::transparent);
    QPainter painter(&shown.image);
    painter.translate(-part.topLeft());
    paintOverlay(painter, overlay, view, marginPx);
    return shown;
}

void addPins(Overlay& overlay, const std::vector<Mark>& marks, const Crs& crs) {
    const auto geo = crsFromText("EPSG:4490");
    const auto planToGeo = geo ? Transform::between(crs, *geo) : std::unexpected(geo.error());
    if (planToGeo) {
        for (const Mark& mark : marks) {
            if (const auto lonLat = planToGeo->apply(mark.at)) {
                overlay.pins.push_back({worldFromGeo(*lonLat), mark.state});
            }
        }
    }
}

} // namespace

SelectionOverlay::SelectionOverlay(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
    setClip(true);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, [this] { touch(Everything); });
    connect(&m_selectedMaker, &ViewImageMaker::made, this, [this] {
        if (!m_selectedAtOnce) {
            show(m_selectedImage, m_selectedMaker.image());
        }
    });
    connect(&m_pinMaker, &ViewImageMaker::made, this, [this] { show(m_pinImage, m_pinMaker.image()); });
}

void SelectionOverlay::setMap(QQuickItem* map) {
    if (m_map != map) {
        followMap(this, m_map, map, "cameraChanged()");
        m_map = map;
        Q_EMIT mapChanged();
        touch(Everything);
    }
}

void SelectionOverlay::setTiles(PlanLayerItem* tiles) {
    if (m_tiles == tiles) {
        return;
    }
    if (m_tiles != nullptr) {
        disconnect(m_tiles, nullptr, this, nullptr);
    }
    m_tiles = tiles;
    if (tiles != nullptr) {
        connect(tiles, &PlanLayerItem::sceneChanged, this, [this] { touch(Hover | Selected); });
    }
    Q_EMIT tilesChanged();
    touch(Everything);
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
        connect(session->snapshots(), &SnapshotStore::marksChanged, this, [this] { touch(Pins); });
        connect(session->snapshots(), &SnapshotStore::cleared, this, [this] { touch(Everything); });
    }
    Q_EMIT sessionChanged();
    touch(Everything);
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
        connect(selection, &Selection::changed, this, [this] { touch(Hover | Selected); });
        connect(selection, &Selection::hoverChanged, this, [this] { touch(Hover); });
    }
    Q_EMIT selectionChanged();
    touch(Everything);
}

void SelectionOverlay::setDark(bool dark) {
    if (m_dark != dark) {
        m_dark = dark;
        Q_EMIT darkChanged();
        touch(Everything);
    }
}

void SelectionOverlay::setMarksVisible(bool visible) {
    if (m_marksVisible != visible) {
        m_marksVisible = visible;
        Q_EMIT marksVisibleChanged();
        touch(Pins);
    }
}

void SelectionOverlay::touch(int parts) {
    m_stale |= parts;
    polish();
}

void SelectionOverlay::cameraChanged() {
    m_rest.start();
    update();
    const View now = View::ofCamera(cameraOf(*m_map));
    touch((isOutgrown(m_selectedImage, now) ? Selected : 0) | (isOutgrown(m_pinImage, now) ? Pins : 0));
}

void SelectionOverlay::updatePolish() {
    if (m_map == nullptr || window() == nullptr || m_map->width() <= 0 || m_map->height() <= 0) {
        return;
    }
    const int stale = std::exchange(m_stale, 0);
    const View view = View::ofCamera(cameraOf(*m_map));
    if ((stale & Hover) != 0) {
        paintHover(view);
    }
    if ((stale & Selected) != 0) {
        paintSelected(view);
    }
    if ((stale & Pins) != 0) {
        paintPins(view);
    }
}

std::vector<OverlayPart> SelectionOverlay::partsOf(const QString& layer, const SelectedRows& rows) const {
    std::vector<OverlayPart> parts;
    if (m_tiles != nullptr) {
        for (const auto& display : m_tiles->displays().tablesOf(layer)) {
            parts.push_back({display, rows});
        }
    }
    return parts;
}

SelectedRows SelectionOverlay::hovered() const {
    if (m_selection->hoverUid().isEmpty() ||
        m_selection->isSelected(m_selection->hoverLayer(), m_selection->hoverUid())) {
        return {};
    }
    const auto snapshot = m_session->snapshots()->snapshot(m_selection->hoverLayer());
    const auto row = snapshot == nullptr ? -1 : snapshot->find(m_selection->hoverUid().toStdString());
    return row < 0
               ? SelectedRows()
               : SelectedRows{snapshot,
                              std::make_shared<const SelectedRows::Rows>(1, static_cast<std::uint32_t>(row))};
}

void SelectionOverlay::paintHover(const View& view) {
    Overlay overlay;
    overlay.theme = theme();
    if (m_session != nullptr && m_selection != nullptr) {
        if (const SelectedRows rows = hovered(); rows.size() > 0) {
            std::vector<Box> specks;
            overlay.hovered = shapesInView(partsOf(m_selection->hoverLayer(), rows), view, marginPx, specks);
        }
    }
    show(m_hoverImage, paintedNow(overlay, view, window()->effectiveDevicePixelRatio()));
}

void SelectionOverlay::paintSelected(const View& view) {
    std::vector<OverlayPart> parts;
    bool few = true;
    if (m_selection != nullptr) {
        few = static_cast<std::size_t>(m_selection->count()) <= fewShapes;
        for (auto [layer, rows] : m_selection->selected().asKeyValueRange()) {
            const auto more = partsOf(layer, rows);
            parts.insert(parts.end(), more.begin(), more.end());
        }
    }
    const auto overlayOf = [](const std::vector<OverlayPart>& shown, const View& on, Theme theme) {
        Overlay overlay;
        overlay.theme = theme;
        overlay.selected = shapesInView(shown, on, marginPx, overlay.specks);
        return overlay;
    };
    m_selectedAtOnce = few;
    const double ratio = window()->effectiveDevicePixelRatio();
    if (few) {
        show(m_selectedImage, paintedNow(overlayOf(parts, view, theme()), view, ratio));
        return;
    }
    m_selectedMaker.make(view, marginPx, ratio, [parts, view, overlayOf, theme = theme()](QPainter& painter) {
        paintOverlay(painter, overlayOf(parts, view, theme), view, marginPx);
    });
}

void SelectionOverlay::paintPins(const View& view) {
    if (m_session == nullptr || !m_session->isOpen() || !m_marksVisible) {
        show(m_pinImage, {});
        return;
    }
    m_pinMaker.make(view,
                    marginPx,
                    window()->effectiveDevicePixelRatio(),
                    [view, theme = theme(), marks = m_session->snapshots()->marks(), crs = m_session->crs()](
                        QPainter& painter) {
                        Overlay overlay;
                        overlay.theme = theme;
                        addPins(overlay, *marks, crs);
                        paintOverlay(painter, overlay, view, marginPx);
                    });
}

void SelectionOverlay::show(ViewImage& shown, ViewImage image) {
    shown = std::move(image);
    shown.serial = ++m_serial;
    update();
}

QSGNode* SelectionOverlay::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/) {
    if (m_map == nullptr) {
        delete old;
        return nullptr;
    }
    auto* layers = old == nullptr ? new QSGNode : old;
    const View now = View::ofCamera(cameraOf(*m_map));
    const std::array<const ViewImage*, 3> images{
        &m_hoverImage, &m_selectedImage, &m_pinImage}; // lowest first
    while (layers->childCount() < static_cast<int>(images.size())) {
        layers->appendChildNode(new QSGNode);
    }
    for (std::size_t i = 0; i < images.size(); ++i) {
        QSGNode* place = layers->childAtIndex(static_cast<int>(i));
        auto* node = static_cast<ViewImageNode*>(place->firstChild());
        if (images[i]->image.isNull()) {
            delete node;
            continue;
        }
        if (node == nullptr) {
            node = new ViewImageNode;
            place->appendChildNode(node);
        }
        node->show(*images[i], now, window());
    }
    return layers;
}

} // namespace tuban
