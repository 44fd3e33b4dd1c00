#pragma once

#include "app/controllers/selection.h"
#include "app/map/view_image.h"
#include "app/paint/overlay_painter.h"
#include "app/session/session.h"
#include "geo/plan/snapshot.h"

#include <QPointer>
#include <QQuickItem>
#include <QThreadPool>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace tuban {

/// What lies above the layers of the map and changes with the hand: selected features, the one under the
/// pointer, and marks. Child of the same Map as PlanLayerItem. GUI thread.
class SelectionOverlay : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem* map READ map WRITE setMap NOTIFY mapChanged REQUIRED)
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(tuban::Selection* selection READ selection WRITE setSelection NOTIFY selectionChanged REQUIRED)
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY darkChanged)
    /// The pins of marks are shown.
    Q_PROPERTY(bool marksVisible READ marksVisible WRITE setMarksVisible NOTIFY marksVisibleChanged)

public:
    explicit SelectionOverlay(QQuickItem* parent = nullptr);
    ~SelectionOverlay() override;

    [[nodiscard]] QQuickItem* map() const { return m_map; }
    void setMap(QQuickItem* map);
    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] Selection* selection() const { return m_selection; }
    void setSelection(Selection* selection);
    [[nodiscard]] bool dark() const { return m_dark; }
    void setDark(bool dark);
    [[nodiscard]] bool marksVisible() const { return m_marksVisible; }
    void setMarksVisible(bool visible);

Q_SIGNALS:
    void mapChanged();
    void sessionChanged();
    void selectionChanged();
    void darkChanged();
    void marksVisibleChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void updatePolish() override;

private Q_SLOTS:
    void cameraChanged();

private:
    /// A feature by where it lies in memory.
    struct Place {
        std::shared_ptr<const LayerSnapshot> snapshot;
        std::size_t index = 0;
    };
    struct Job;
    /// The shapes of a feature: its own and those of companion tables.
    [[nodiscard]] std::vector<Place> placesOf(const QString& layer, const QString& uid) const;
    [[nodiscard]] Job job() const;
    [[nodiscard]] std::vector<std::pair<Point, std::string>> pins() const;
    void repaint();

    QPointer<QQuickItem> m_map;
    QPointer<Session> m_session;
    QPointer<Selection> m_selection;
    bool m_dark = false;
    bool m_marksVisible = true;

    QTimer m_rest; ///< fires when the camera has come to rest
    ViewImage m_image;
    quint64 m_request = 0;
    QThreadPool m_pool;
};

} // namespace tuban
