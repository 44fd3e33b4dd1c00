#pragma once

#include "app/models/layer_list_model.h"
#include "app/session/session.h"

#include <QPointer>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace tuban {

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
    [[nodiscard]] int tilesPending() const { return m_tilesPending; }
    [[nodiscard]] bool isReady() const;

Q_SIGNALS:
    void mapChanged();
    void sessionChanged();
    void layersChanged();
    void darkChanged();
    void tilesPendingChanged();

private:
    QPointer<QQuickItem> m_map;
    QPointer<Session> m_session;
    QPointer<LayerListModel> m_layers;
    bool m_dark = false;
    int m_tilesPending = 0;
};

} // namespace tuban
