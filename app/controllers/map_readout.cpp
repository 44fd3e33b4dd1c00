#include "app/controllers/map_readout.h"

namespace tuban {

MapReadout::MapReadout(QObject* parent) : QObject(parent) {}
void MapReadout::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}
void MapReadout::setCursor(double /*lon*/, double /*lat*/) {}
void MapReadout::withPrefix(bool /*prefix*/) {}
QString MapReadout::scaleText(double /*metersPerPixel*/) const {
    return {};
}
ScaleBar MapReadout::scaleBar(double /*metersPerPixel*/, double /*maxPixels*/) const {
    return {};
}

} // namespace tuban
