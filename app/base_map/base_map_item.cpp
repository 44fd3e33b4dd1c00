#include "app/base_map/base_map_item.h"

#include "app/map/map_camera.h"
#include "app/map/shown_tiles.h"
#include "app/session/error_sentence.h"

#include <QFileInfo>
#include <QQuickWindow>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace tuban {

namespace {

constexpr std::size_t cacheBytes = 96U << 20U;
constexpr double overscanPx = 128;
constexpr auto restAfter = std::chrono::milliseconds(60);
/// A server that failed is left alone for so long.
constexpr auto retryAfter = std::chrono::seconds(30);
/// Farther out than this than a source has tiles for, too many would be needed.
constexpr int mostZoomsBelow = 2;

/// One sentence about what is wrong with a base map.
QString sentenceOf(const Error& error, const BaseMapChoice& choice) {
    if (choice.kind == BaseMapKind::Online) {
        return QString::fromStdString(error.message);
    }
    return errorText(error, QFileInfo(choice.place).fileName());
}

} // namespace

BaseMapItem::BaseMapItem(QQuickItem* parent) : QQuickItem(parent), m_cache(cacheBytes) {
    setFlag(ItemHasContents);
    setClip(true);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, [this] { polish(); });
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryAfter);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        m_failed.clear();
        polish();
    });
    connect(&m_workers, &BaseWorkers::made, this, &BaseMapItem::accept);
    connect(&m_workers, &BaseWorkers::failed, this, &BaseMapItem::fail);
    connect(
        &m_workers, &BaseWorkers::examined, this, [this](const BaseSource::Facts& facts, quint64 generation) {
            if (generation != m_generation || m_baseMap == nullptr) {
                return;
            }
            m_facts = facts;
            m_baseMap->setSourceAttribution(facts.attribution);
            if (facts.isSlowFar) {
                m_baseMap->note(tr("%1 has no overviews: far views take long. gdaladdo makes them.")
                                    .arg(QFileInfo(m_choice.place).fileName()));
            }
            polish();
        });
}

void BaseMapItem::setMap(QQuickItem* map) {
    if (m_map != map) {
        followMap(this, m_map, map, "cameraChanged()");
        m_map = map;
        Q_EMIT mapChanged();
        polish();
    }
}

void BaseMapItem::setBaseMap(BaseMap* baseMap) {
    if (m_baseMap == baseMap) {
        return;
    }
    if (m_baseMap != nullptr) {
        disconnect(m_baseMap, nullptr, this, nullptr);
    }
    m_baseMap = baseMap;
    if (baseMap != nullptr) {
        connect(baseMap, &BaseMap::choiceChanged, this, &BaseMapItem::sourceChanged);
        connect(baseMap, &BaseMap::quietChanged, this, &BaseMapItem::lookChanged);
        connect(baseMap, &BaseMap::retried, this, [this] {
            m_choice = {};
            sourceChanged();
        });
    }
    Q_EMIT baseMapChanged();
    sourceChanged();
}

void BaseMapItem::setPaper(const QColor& paper) {
    if (m_paper != paper) {
        m_paper = paper;
        Q_EMIT paperChanged();
        lookChanged();
    }
}

void BaseMapItem::sourceChanged() {
    BaseMapChoice choice = m_baseMap == nullptr ? BaseMapChoice() : m_baseMap->choice();
    choice.attribution.clear(); // it changes no tile
    if (choice == m_choice) {
        return;
    }
    m_choice = choice;
    m_facts.reset();
    m_cache.clear();
    m_failed.clear();
    ++m_generation;
    setReady(choice.kind == BaseMapKind::None);
    m_workers.setOrder({}, {}, m_generation);
    if (choice.kind != BaseMapKind::None) {
        m_workers.examine(choice, m_generation);
    }
    update();
}

/// What is there stays until it is made anew.
void BaseMapItem::lookChanged() {
    ++m_generation;
    m_cache.markAllStale();
    if (m_choice.kind != BaseMapKind::None && !isOpen()) {
        m_workers.examine(m_choice, m_generation); // the answer under way belongs to the generation before
    }
    polish();
    update();
}

void BaseMapItem::accept(const TileKey& tile, const QImage& image, quint64 generation) {
    if (generation != m_generation) {
        return;
    }
    // A pixel of paper stands for a tile of which the source has nothing.
    QImage shown = image;
    if (shown.isNull()) {
        shown = QImage(1, 1, QImage::Format_RGB32);
        shown.fill(m_paper);
    } else if (m_baseMap != nullptr && m_failed.empty()) {
        m_baseMap->report({}); // what was wrong is over
    }
    m_cache.put(tile, shown);
    polish();
    update();
}

void BaseMapItem::fail(const TileKey& tile, const Error& error, quint64 generation) {
    if (generation != m_generation || error.code == ErrorCode::Cancelled || m_baseMap == nullptr) {
        return;
    }
    if (isOpen()) {
        m_failed.insert(tile);
        if (m_choice.kind == BaseMapKind::Online) {
            m_retry.start();
        }
    } else {
        setReady(true); // it could not even be opened
    }
    m_baseMap->report(sentenceOf(error, m_choice));
    polish();
}

void BaseMapItem::cameraChanged() {
    if (m_choice.kind != BaseMapKind::None) {
        m_rest.start();
        polish();
        update();
    }
}

void BaseMapItem::itemChange(ItemChange change, const ItemChangeData& value) {
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange) {
        polish();
    }
    QQuickItem::itemChange(change, value);
}

/// Whole zooms, as the sources have them, as near as can be to the scale of the screen.
std::int32_t BaseMapItem::zoomFor(const View& view) const {
    const double ratio = window() == nullptr ? 1 : window()->effectiveDevicePixelRatio();
    const double zoom = std::log2(view.pixelsPerWorld() * ratio / 256);
    return static_cast<std::int32_t>(std::lround(std::min<double>(zoom, m_facts->maxZoom))) * 1'000;
}

std::vector<TileKey> BaseMapItem::tilesOf(const View& view, double marginPx) const {
    if (!isOpen()) {
        return {};
    }
    const std::int32_t least = m_facts->minZoom * 1'000;
    const std::int32_t wanted = zoomFor(view);
    if (wanted < least - mostZoomsBelow * 1'000) {
        return {};
    }
    std::vector<TileKey> tiles = tilesFor(view, std::max(wanted, least), marginPx);
    std::erase_if(tiles,
                  [this](const TileKey& tile) { return !tile.worldBox().intersects(m_facts->worldBox); });
    return tiles;
}

void BaseMapItem::updatePolish() {
    if (m_map == nullptr || m_map->width() <= 0 || m_map->height() <= 0 || !isOpen()) {
        return;
    }
    const View view = View::ofCamera(cameraOf(*m_map));
    std::vector<TileKey> wanted;
    bool isComplete = true;
    for (const TileKey& key : tilesOf(view, overscanPx)) {
        const TileCache::Tile* tile = m_cache.use(key);
        if ((tile == nullptr || tile->stale) && !m_failed.contains(key)) {
            wanted.push_back(key);
            isComplete = isComplete && !isInView(key, view);
        }
    }
    // A server is asked for what is in view at rest, not for all that passes by; what was asked for goes on.
    const bool isOnTheWay = m_rest.isActive() && m_choice.kind == BaseMapKind::Online;
    setReady(isComplete && !isOnTheWay);
    if (!isOnTheWay) {
        m_workers.setOrder(std::move(wanted),
                           {.choice = m_choice, .isQuiet = m_baseMap->isQuiet(), .paper = m_paper},
                           m_generation);
    }
    update();
}

void BaseMapItem::setReady(bool ready) {
    if (m_isReady != ready) {
        m_isReady = ready;
        Q_EMIT readyChanged();
    }
}

QSGNode* BaseMapItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/) {
    if (m_map == nullptr || width() <= 0 || height() <= 0 || m_choice.kind == BaseMapKind::None) {
        delete old;
        return nullptr;
    }
    auto* nodes = old == nullptr ? new TileNodes(window()) : static_cast<TileNodes*>(old);
    const View view = View::ofCamera(cameraOf(*m_map));
    nodes->show(
        tilesToShow(m_cache, tilesOf(view, 0), view), view, window()->effectiveDevicePixelRatio(), m_paper);
    return nodes;
}

} // namespace tuban
