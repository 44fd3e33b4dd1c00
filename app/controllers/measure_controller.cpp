#include "app/controllers/measure_controller.h"

namespace tuban {

MeasureController::MeasureController(QObject* parent) : QObject(parent) {}
void MeasureController::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}
void MeasureController::setMode(const QString& mode) {
    if (m_mode != mode) {
        m_mode = mode;
        Q_EMIT modeChanged();
    }
}
QList<GeoPosition> MeasureController::points() const {
    return {};
}
void MeasureController::add(double /*lon*/, double /*lat*/) {}
void MeasureController::move(double /*lon*/, double /*lat*/) {}
void MeasureController::undoPoint() {}
void MeasureController::finish() {}
void MeasureController::clear() {}

} // namespace tuban
