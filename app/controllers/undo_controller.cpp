#include "app/controllers/undo_controller.h"

namespace tuban {

UndoController::UndoController(QObject* parent) : QObject(parent) {}
void UndoController::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}
bool UndoController::canUndo() const {
    return false;
}
bool UndoController::canRedo() const {
    return false;
}
QString UndoController::undoText() const {
    return {};
}
QString UndoController::redoText() const {
    return {};
}
void UndoController::undo() {}
void UndoController::redo() {}

} // namespace tuban
