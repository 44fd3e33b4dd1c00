#pragma once

#include "app/map/display_store.h"
#include "app/map/tile_cache.h"
#include "app/map/tile_nodes.h"
#include "app/map/tile_workers.h"
#include "app/models/layer_list_model.h"
#include "app/session/session.h"

#include <QPointer>
#include <QQuickItem>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace tuban {

class LabelOverlay;

/// The layers of the plan on a Map of Qt Location, whose child it is: follows its camera frame by frame.
/// GUI thread; pictures are made on threads of its own.
class PlanLayerItem : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    /// The Map; only its public properties are read.
    Q_PROPERTY(QQuickItem* map READ map WRITE setMap NOTIFY mapChanged REQUIRED)
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(tuban::LayerListModel* layers READ layers WRITE setLayers NOTIFY layersChanged REQUIRED)
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY darkChanged)
    /// No paper: what lies below the item shows where there is no feature.
    Q_PROPERTY(bool transparent READ isTransparent WRITE setTransparent NOTIFY transparentChanged)
    /// Tiles of the view that are still being drawn.
    Q_PROPERTY(int tilesPending READ tilesPending NOTIFY tilesPendingChanged)
    /// Everything in view is drawn as it is now.
    Q_PROPERTY(bool ready READ isReady NOTIFY tilesPendingChanged)

public:
    explicit PlanLayerItem(QQuickItem* parent = nullptr);
    ~PlanLayerItem() override;

    [[nodiscard]] QQuickItem* map() const { return m_map; }
    void setMap(QQuickItem* map);
    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] LayerListModel* layers() const { return m_layers; }
    void setLayers(LayerListModel* layers);
    [[nodiscard]] bool dark() const { return m_dark; }
    void setDark(bool dark);
    [[nodiscard]] bool isTransparent() const { return m_transparent; }
    void setTransparent(bool transparent);
    [[nodiscard]] int tilesPending() const { return m_tilesPending; }
    [[nodiscard]] bool isReady() const;

    /// The tables of all layers ready to be drawn, also of those that are switched off.
    [[nodiscard]] const DisplayStore& displays() const { return m_displays; }
    /// What is drawn now, lowest layer first; never null.
    [[nodiscard]] std::shared_ptr<const Scene> scene() const { return m_scene; }

Q_SIGNALS:
    void mapChanged();
    void sessionChanged();
    void layersChanged();
    void darkChanged();
    void transparentChanged();
    void tilesPendingChanged();
    /// The features drawn, their order or their look changed.
    void sceneChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void updatePolish() override;
    void itemChange(ItemChange change, const ItemChangeData& value) override;

private Q_SLOTS:
    void cameraChanged();

private:
    void composeScene();
    void displayChanged(const DisplayStore::ChangedBoxes& boxes);
    [[nodiscard]] bool isMoreToCome() const;
    void busyChanged();
    void renewWhenDue();
    void shownChanged();
    void renewScene();
    void accept(const TileKey& tile, const QImage& image, quint64 generation);
    void followZoom(double zoom);
    void orderTiles(const View& view);
    void setTilesPending(int pending);
    [[nodiscard]] double deviceRatio() const;

    QPointer<QQuickItem> m_map;
    QPointer<Session> m_session;
    QPointer<LayerListModel> m_layers;
    bool m_dark = false;
    bool m_transparent = false;
    int m_tilesPending = 0;

    DisplayStore m_displays;
    std::shared_ptr<const Scene> m_scene;
    bool m_isSceneDue = false;    ///< layers have come, or look otherwise, since m_scene
    bool m_isOrderDue = false;    ///< which tiles are missing is to be found out
    QTimer m_gather;              ///< runs while more of them are waited for
    quint64 m_generation = 0;     ///< of the scene: tiles of an earlier one are stale
    std::int32_t m_zoomMilli = 0; ///< of the tiles; follows the camera when it rests or has gone far
    QTimer m_rest;                ///< fires when the camera has come to rest
    double m_tileRatio = 1;       ///< device ratio of the tiles in the cache
    TileCache m_cache;
    TileWorkers m_workers;
    LabelOverlay* m_labels; ///< a child item
};

} // namespace tuban
