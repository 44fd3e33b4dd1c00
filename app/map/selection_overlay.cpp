#include "app/map/selection_overlay.h"

namespace tuban {

SelectionOverlay::SelectionOverlay(QQuickItem* parent) : QQuickItem(parent) {}
SelectionOverlay::~SelectionOverlay() = default;

void SelectionOverlay::setMap(QQuickItem* map) {
    if (m_map != map) {
        m_map = map;
        Q_EMIT mapChanged();
    }
}

void SelectionOverlay::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}

void SelectionOverlay::setSelection(Selection* selection) {
    if (m_selection != selection) {
        m_selection = selection;
        Q_EMIT selectionChanged();
    }
}

void SelectionOverlay::setDark(bool dark) {
    if (m_dark != dark) {
        m_dark = dark;
        Q_EMIT darkChanged();
    }
}

void SelectionOverlay::setSketch(const QList<QGeoCoordinate>& sketch) {
    if (m_sketch != sketch) {
        m_sketch = sketch;
        Q_EMIT sketchChanged();
    }
}

void SelectionOverlay::setSketchClosed(bool closed) {
    if (m_sketchClosed != closed) {
        m_sketchClosed = closed;
        Q_EMIT sketchChanged();
    }
}

void SelectionOverlay::setMarksVisible(bool visible) {
    if (m_marksVisible != visible) {
        m_marksVisible = visible;
        Q_EMIT marksVisibleChanged();
    }
}

} // namespace tuban
