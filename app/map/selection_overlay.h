#pragma once

#include "app/controllers/selection.h"
#include "app/map/overlay_part.h"
#include "app/map/plan_layer_item.h"
#include "app/map/view_image_maker.h"
#include "app/paint/overlay_painter.h"
#include "app/session/session.h"

#include <QPointer>
#include <QQuickItem>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace tuban {

/// What lies above the layers of the map and changes with the hand: the feature under the pointer, the
/// selected ones, and marks. Child of the same Map as PlanLayerItem, whose positions it takes. What is small
/// is drawn at once, as large as itself, so that it answers with the next frame; much, and the marks, on
/// threads. GUI thread.
class SelectionOverlay : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem* map READ map WRITE setMap NOTIFY mapChanged REQUIRED)
    Q_PROPERTY(tuban::PlanLayerItem* tiles READ tiles WRITE setTiles NOTIFY tilesChanged REQUIRED)
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(tuban::Selection* selection READ selection WRITE setSelection NOTIFY selectionChanged REQUIRED)
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY darkChanged)
    /// The pins of marks are shown.
    Q_PROPERTY(bool marksVisible READ marksVisible WRITE setMarksVisible NOTIFY marksVisibleChanged)

public:
    explicit SelectionOverlay(QQuickItem* parent = nullptr);

    [[nodiscard]] QQuickItem* map() const { return m_map; }
    void setMap(QQuickItem* map);
    [[nodiscard]] PlanLayerItem* tiles() const { return m_tiles; }
    void setTiles(PlanLayerItem* tiles);
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
    void tilesChanged();
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
    enum Part : std::uint8_t { Hover = 1, Selected = 2, Pins = 4, Everything = 7 };
    void touch(int parts);
    void paintHover(const View& view);
    void paintSelected(const View& view);
    void paintPins(const View& view);
    /// The drawn tables of some selected features.
    [[nodiscard]] std::vector<OverlayPart> partsOf(const QString& layer, const SelectedRows& rows) const;
    [[nodiscard]] SelectedRows hovered() const;
    void show(ViewImage& shown, ViewImage image);
    [[nodiscard]] Theme theme() const { return m_dark ? Theme::Dark : Theme::Light; }

    QPointer<QQuickItem> m_map;
    QPointer<PlanLayerItem> m_tiles;
    QPointer<Session> m_session;
    QPointer<Selection> m_selection;
    bool m_dark = false;
    bool m_marksVisible = true;

    QTimer m_rest;            ///< fires when the camera has come to rest
    int m_stale = Everything; ///< parts to be drawn anew
    bool m_selectedAtOnce = false;
    ViewImageMaker m_selectedMaker;
    ViewImageMaker m_pinMaker;
    ViewImage m_hoverImage;
    ViewImage m_selectedImage;
    ViewImage m_pinImage;
    quint64 m_serial = 0;
};

} // namespace tuban
