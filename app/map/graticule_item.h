#pragma once

#include "app/map/view_image_maker.h"
#include "app/session/session.h"

#include <QPointer>
#include <QQuickItem>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// Lines of round north and east of the plan over a Map of Qt Location, whose child it is: made for the view
/// at rest, moved with the camera until the next rest. GUI thread.
class GraticuleItem : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem* map READ map WRITE setMap NOTIFY mapChanged REQUIRED)
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY darkChanged)

public:
    explicit GraticuleItem(QQuickItem* parent = nullptr);

    [[nodiscard]] QQuickItem* map() const { return m_map; }
    void setMap(QQuickItem* map);
    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] bool dark() const { return m_dark; }
    void setDark(bool dark);

Q_SIGNALS:
    void mapChanged();
    void sessionChanged();
    void darkChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void itemChange(ItemChange change, const ItemChangeData& value) override;

private Q_SLOTS:
    void cameraChanged();

private:
    void place();

    QPointer<QQuickItem> m_map;
    QPointer<Session> m_session;
    bool m_dark = false;
    QTimer m_rest; ///< fires when the camera has come to rest
    ViewImageMaker m_maker;
};

} // namespace tuban
