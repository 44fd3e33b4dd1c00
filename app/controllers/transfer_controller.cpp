#include "app/controllers/transfer_controller.h"

namespace tuban {

TransferController::TransferController(QObject* parent) : QObject(parent) {}
void TransferController::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}
void TransferController::preview(const QString& /*pathOrUrl*/, const QVariantMap& /*options*/) {}
void TransferController::startImport(const QVariantMap& /*options*/) {}
void TransferController::startExport(const QVariantMap& /*options*/) {}

} // namespace tuban
