#include "app/map/plan_layer_item.h"

namespace tuban {

PlanLayerItem::PlanLayerItem(QQuickItem* parent) : QQuickItem(parent) {}
PlanLayerItem::~PlanLayerItem() = default;

void PlanLayerItem::setMap(QQuickItem* map) {
    if (m_map != map) {
        m_map = map;
        Q_EMIT mapChanged();
    }
}

void PlanLayerItem::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}

void PlanLayerItem::setLayers(LayerListModel* layers) {
    if (m_layers != layers) {
        m_layers = layers;
        Q_EMIT layersChanged();
    }
}

void PlanLayerItem::setDark(bool dark) {
    if (m_dark != dark) {
        m_dark = dark;
        Q_EMIT darkChanged();
    }
}

bool PlanLayerItem::isReady() const {
    return m_tilesPending == 0;
}

} // namespace tuban
