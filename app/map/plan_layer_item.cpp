#include "app/map/plan_layer_item.h"

#include "app/map/label_overlay.h"
#include "app/map/map_camera.h"
#include "app/map/shown_tiles.h"
#include "app/paint/shape_path.h"

#include <QQuickWindow>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ranges>

namespace tuban {

namespace {

constexpr std::size_t cacheBytes = 96U << 20U;
constexpr double overscanPx = 256;
constexpr auto restAfter = std::chrono::milliseconds(90);
/// Layers come one after the other when a plan opens or a theme is switched: what has come is shown together.
constexpr auto gatherFor = std::chrono::milliseconds(1500);
/// Farther than this from the scale of its tiles the map gets new ones even while it moves.
constexpr double mostZoomAway = 0.6;

bool isGround(const SceneLayer& layer) {
    return layer.tables.back()->style.isGround;
}

std::int32_t toMilli(double zoom) {
    return static_cast<std::int32_t>(std::lround(zoom * 1'000));
}

/// A few tiles with everything in them. They are kept, so that wherever the map jumps there is something to
/// see until its own tiles are made.
std::vector<TileKey> overviewTiles(const Scene& scene) {
    Box world;
    for (const SceneLayer& layer : scene.layers) {
        for (const auto& table : layer.tables) {
            world.add(table->bounds());
        }
    }
    const double side = std::max(world.width(), world.height());
    if (world.empty() || side <= 0) {
        return {};
    }
    // At this zoom the whole is at most a tile wide, and so lies in four at most.
    const double zoom = std::floor(std::log2(tilePx / 256 / side));
    const std::int32_t zoomMilli = toMilli(std::clamp(zoom, 0.0, 18.0));
    const double scale = 256 * std::exp2(zoomMilli / 1'000.0);
    const View view =
        View::northUp({world.minX, world.minY}, scale, world.width() * scale, world.height() * scale);
    return tilesFor(view, zoomMilli, 0, 4);
}

} // namespace

PlanLayerItem::PlanLayerItem(QQuickItem* parent)
    : QQuickItem(parent),
      m_scene(std::make_shared<Scene>()),
      m_cache(cacheBytes),
      m_labels(new LabelOverlay(this)) {
    setFlag(ItemHasContents);
    setClip(true);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, [this] { polish(); });
    connect(&m_workers, &TileWorkers::painted, this, &PlanLayerItem::accept);
    connect(&m_displays,
            &DisplayStore::displayChanged,
            this,
            [this](const QString&, const DisplayStore::ChangedBoxes& boxes) { displayChanged(boxes); });
    connect(&m_displays, &DisplayStore::busyChanged, this, [this] {
        busyChanged();
        Q_EMIT tilesPendingChanged();
    });
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherFor);
    connect(&m_gather, &QTimer::timeout, this, &PlanLayerItem::renewWhenDue);
}

PlanLayerItem::~PlanLayerItem() = default;

void PlanLayerItem::setMap(QQuickItem* map) {
    if (m_map != map) {
        followMap(this, m_map, map, "cameraChanged()");
        m_map = map;
        m_labels->setMap(map);
        Q_EMIT mapChanged();
        polish();
    }
}

void PlanLayerItem::setSession(Session* session) {
    if (m_session != session) {
        if (m_session != nullptr) {
            disconnect(m_session, nullptr, this, nullptr);
        }
        m_session = session;
        if (session != nullptr) {
            connect(session, &Session::busyChanged, this, &PlanLayerItem::busyChanged);
        }
        m_displays.setSession(session);
        Q_EMIT sessionChanged();
    }
}

void PlanLayerItem::setLayers(LayerListModel* layers) {
    if (m_layers == layers) {
        return;
    }
    if (m_layers != nullptr) {
        disconnect(m_layers, nullptr, this, nullptr);
    }
    m_layers = layers;
    m_displays.setLayers(layers);
    if (layers != nullptr) {
        connect(layers, &LayerListModel::shownChanged, this, &PlanLayerItem::shownChanged);
    }
    shownChanged();
    Q_EMIT layersChanged();
}

void PlanLayerItem::setDark(bool dark) {
    if (m_dark != dark) {
        m_dark = dark;
        m_displays.setTheme(dark ? Theme::Dark : Theme::Light);
        displayChanged(std::nullopt);
        Q_EMIT darkChanged();
    }
}

void PlanLayerItem::setTransparent(bool transparent) {
    if (m_transparent != transparent) {
        m_transparent = transparent;
        shownChanged();
        Q_EMIT transparentChanged();
    }
}

bool PlanLayerItem::isReady() const {
    return m_tilesPending == 0 && !m_isSceneDue && !m_isOrderDue && !m_displays.isBusy() &&
           m_map != nullptr && m_map->width() > 0;
}

void PlanLayerItem::cameraChanged() {
    m_isOrderDue = true;
    polish();
    update();
}

void PlanLayerItem::itemChange(ItemChange change, const ItemChangeData& value) {
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange) {
        polish();
    }
    QQuickItem::itemChange(change, value);
}

double PlanLayerItem::deviceRatio() const {
    return window() == nullptr ? 1 : window()->effectiveDevicePixelRatio();
}

void PlanLayerItem::composeScene() {
    auto scene = std::make_shared<Scene>();
    scene->theme = m_dark ? Theme::Dark : Theme::Light;
    scene->hasPaper = !m_transparent;
    const QList<LayerListModel::Shown> shown =
        m_layers == nullptr ? QList<LayerListModel::Shown>() : m_layers->shown();
    for (const LayerListModel::Shown& layer : shown | std::views::reverse) {
        if (layer.visible && layer.opacity > 0) {
            SceneLayer drawn{.tables = m_displays.tablesOf(layer.name), .opacity = layer.opacity};
            if (!drawn.tables.empty()) {
                scene->layers.push_back(std::move(drawn));
            }
        }
    }
    // Coloured land is the ground and opaque: everything else lies over them, whatever its place in the list.
    std::ranges::stable_partition(scene->layers, isGround);
    m_scene = std::move(scene);
    ++m_generation;
}

void PlanLayerItem::displayChanged(const DisplayStore::ChangedBoxes& boxes) {
    if (!boxes && !m_scene->layers.empty()) {
        if (!m_isSceneDue) {
            m_isSceneDue = true;
            m_gather.start();
        }
        renewWhenDue();
        return;
    }
    if (!boxes || m_isSceneDue) {
        m_cache.markAllStale();
    } else {
        m_cache.markStale(*boxes);
    }
    renewScene();
}

bool PlanLayerItem::isMoreToCome() const {
    return m_displays.isBusy() || (m_session != nullptr && m_session->busy());
}

void PlanLayerItem::busyChanged() {
    renewWhenDue();
    polish();
}

void PlanLayerItem::renewWhenDue() {
    if (m_isSceneDue && m_tilesPending == 0 && !(isMoreToCome() && m_gather.isActive())) {
        shownChanged();
    }
}

void PlanLayerItem::shownChanged() {
    m_cache.markAllStale();
    renewScene();
}

void PlanLayerItem::renewScene() {
    m_isSceneDue = false;
    composeScene();
    m_isOrderDue = true;
    m_labels->setScene(m_scene);
    Q_EMIT sceneChanged();
    Q_EMIT tilesPendingChanged();
    polish();
}

void PlanLayerItem::accept(const TileKey& tile, const QImage& image, quint64 generation) {
    if (generation != m_generation) {
        return; // what it shows is not what the plan is now
    }
    m_cache.put(tile, image);
    polish();
    update();
}

/// Tiles are made at exactly the scale of a map at rest; while it moves, those there are get scaled.
void PlanLayerItem::followZoom(double zoom) {
    const bool isFar = std::abs(zoom - m_zoomMilli / 1'000.0) > mostZoomAway;
    if (toMilli(zoom) == m_zoomMilli) {
        return;
    }
    if (isFar || !m_rest.isActive()) {
        m_zoomMilli = toMilli(zoom);
    }
}

void PlanLayerItem::updatePolish() {
    if (m_map == nullptr || m_map->width() <= 0 || m_map->height() <= 0) {
        return;
    }
    if (const double ratio = deviceRatio(); m_tileRatio != ratio) {
        m_tileRatio = ratio;
        m_cache.clear();
    }
    const CameraState camera = cameraOf(*m_map);
    followZoom(camera.zoom);
    orderTiles(View::ofCamera(camera));
    update();
}

void PlanLayerItem::orderTiles(const View& view) {
    TileOrder order{
        .tiles = {}, .subject = {.scene = m_scene, .deviceRatio = m_tileRatio}, .generation = m_generation};
    int pending = 0;
    const bool isPassing = isMoreToCome(); // the scene: what is out of view is left to the next one
    for (const TileKey& key : tilesFor(view, m_zoomMilli, isPassing ? 0 : overscanPx)) {
        const TileCache::Tile* tile = m_cache.use(key);
        if (tile == nullptr || tile->stale) {
            order.tiles.push_back(key);
            pending += isInView(key, view) ? 1 : 0;
        }
    }
    for (const TileKey& key : isPassing ? std::vector<TileKey>() : overviewTiles(*m_scene)) {
        const TileCache::Tile* tile = m_cache.use(key);
        if ((tile == nullptr || tile->stale) && !std::ranges::contains(order.tiles, key)) {
            order.tiles.push_back(key);
        }
    }
    m_workers.setOrder(std::move(order));
    m_isOrderDue = false;
    setTilesPending(pending);
}

void PlanLayerItem::setTilesPending(int pending) {
    // Also with none pending: ready again is news to who waits.
    if (m_tilesPending != pending || pending == 0) {
        m_tilesPending = pending;
        Q_EMIT tilesPendingChanged();
        renewWhenDue();
    }
}

QSGNode* PlanLayerItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/) {
    if (m_map == nullptr || width() <= 0 || height() <= 0) {
        delete old;
        return nullptr;
    }
    auto* nodes = old == nullptr ? new TileNodes(window()) : static_cast<TileNodes*>(old);
    const View view = View::ofCamera(cameraOf(*m_map));
    const QColor paper = m_transparent ? QColor(Qt::transparent) : toQColor(paletteOf(m_scene->theme).paper);
    nodes->show(tilesToShow(m_cache, tilesFor(view, m_zoomMilli, 0), view), view, m_tileRatio, paper);
    return nodes;
}

} // namespace tuban
