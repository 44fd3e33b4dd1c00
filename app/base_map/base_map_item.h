#pragma once

#include "app/base_map/base_map.h"
#include "app/base_map/base_workers.h"
#include "app/map/tile_cache.h"
#include "app/map/tile_nodes.h"

#include <QPointer>
#include <QQuickItem>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <unordered_set>

namespace tuban {

/// The base map on a Map of Qt Location, whose child it is, below the layers of the plan: tiles of whole
/// zooms, coarser ones while a finer one is made. Nothing is opened or fetched while no base map is chosen.
/// GUI thread; tiles are made on threads of its own.
class BaseMapItem : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    /// The Map; only its public properties are read.
    Q_PROPERTY(QQuickItem* map READ map WRITE setMap NOTIFY mapChanged REQUIRED)
    Q_PROPERTY(tuban::BaseMap* baseMap READ baseMap WRITE setBaseMap NOTIFY baseMapChanged REQUIRED)
    Q_PROPERTY(QColor paper READ paper WRITE setPaper NOTIFY paperChanged)
    /// Everything in view is there, or failed.
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)

public:
    explicit BaseMapItem(QQuickItem* parent = nullptr);

    [[nodiscard]] QQuickItem* map() const { return m_map; }
    void setMap(QQuickItem* map);
    [[nodiscard]] BaseMap* baseMap() const { return m_baseMap; }
    void setBaseMap(BaseMap* baseMap);
    [[nodiscard]] QColor paper() const { return m_paper; }
    void setPaper(const QColor& paper);
    [[nodiscard]] bool isReady() const { return m_isReady; }

Q_SIGNALS:
    void mapChanged();
    void baseMapChanged();
    void paperChanged();
    void readyChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void updatePolish() override;
    void itemChange(ItemChange change, const ItemChangeData& value) override;

private Q_SLOTS:
    void cameraChanged();

private:
    void sourceChanged();
    void lookChanged();
    void accept(const TileKey& tile, const QImage& image, quint64 generation);
    void fail(const TileKey& tile, const Error& error, quint64 generation);
    void setReady(bool ready);
    [[nodiscard]] bool isOpen() const { return m_facts.has_value(); }
    [[nodiscard]] std::int32_t zoomFor(const View& view) const;
    [[nodiscard]] std::vector<TileKey> tilesOf(const View& view, double marginPx) const;

    QPointer<QQuickItem> m_map;
    QPointer<BaseMap> m_baseMap;
    QColor m_paper;
    bool m_isReady = true;

    std::optional<BaseSource::Facts> m_facts; ///< of the source, once it could be opened
    BaseMapChoice m_choice;                   ///< that m_facts and m_cache belong to
    quint64 m_generation = 0;                 ///< answers to earlier ones are stale
    TileCache m_cache;
    std::unordered_set<TileKey> m_failed; ///< left alone until the user or the time says so
    QTimer m_rest;                        ///< fires when the camera has come to rest
    QTimer m_retry;                       ///< fires when failed tiles of a server may be tried again
    BaseWorkers m_workers;
};

} // namespace tuban
