#pragma once

#include "app/map/view_image.h"
#include "app/paint/scene.h"

#include <QPointer>
#include <QQuickItem>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace tuban {

/// The names on the map: placed for the view at rest on a thread of its own, moved with the camera until the
/// next rest. GUI thread.
class LabelOverlay : public QQuickItem {
    Q_OBJECT

public:
    explicit LabelOverlay(QQuickItem* parent = nullptr);
    ~LabelOverlay() override;

    void setMap(QQuickItem* map);
    void setScene(std::shared_ptr<const Scene> scene);

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;

private Q_SLOTS:
    void cameraChanged();

private:
    void place();

    QPointer<QQuickItem> m_map;
    std::shared_ptr<const Scene> m_scene;
    QTimer m_rest;
    ViewImage m_image;
    quint64 m_request = 0;
    QThreadPool m_pool;
};

} // namespace tuban
