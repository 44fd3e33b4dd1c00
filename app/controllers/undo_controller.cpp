#include "app/controllers/undo_controller.h"

#include "app/models/journal_text.h"
#include "app/session/error_sentence.h"

namespace tuban {

namespace {

/// What an undo or redo touched.
ActOutcome outcomeOf(const JournalEntry& entry) {
    ActOutcome outcome{
        .layers = {}, .everything = entry.layer.empty(), .marks = true, .uid = entry.uid, .what = entry.what};
    if (!entry.layer.empty()) {
        outcome.layers.push_back(entry.layer);
    }
    return outcome;
}

} // namespace

UndoController::UndoController(QObject* parent) : QObject(parent) {}

void UndoController::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    m_session = session;
    if (session != nullptr) {
        connect(session, &Session::journalChanged, this, &UndoController::changed);
        connect(session, &Session::languageChanged, this, &UndoController::changed);
    }
    Q_EMIT sessionChanged();
    Q_EMIT changed();
}

bool UndoController::canUndo() const {
    return m_session && !m_busy && !m_session->readOnly() && m_session->undoState().undo.has_value();
}

bool UndoController::canRedo() const {
    return m_session && !m_busy && !m_session->readOnly() && m_session->undoState().redo.has_value();
}

QString UndoController::undoText() const {
    const auto* next = m_session && m_session->undoState().undo ? &*m_session->undoState().undo : nullptr;
    return next == nullptr ? tr("Nothing to undo") : tr("Undo: %1").arg(journalText(*m_session, *next));
}

QString UndoController::redoText() const {
    const auto* next = m_session && m_session->undoState().redo ? &*m_session->undoState().redo : nullptr;
    return next == nullptr ? tr("Nothing to redo") : tr("Redo: %1").arg(journalText(*m_session, *next));
}

void UndoController::undo() {
    if (canUndo()) {
        run(tr("Undone: %1").arg(journalText(*m_session, *m_session->undoState().undo)), &tuban::undo);
    }
}

void UndoController::redo() {
    if (canRedo()) {
        run(tr("Done again: %1").arg(journalText(*m_session, *m_session->undoState().redo)), &tuban::redo);
    }
}

void UndoController::run(const QString& sentence, Step step) {
    m_busy = true;
    Q_EMIT changed();
    m_session->act(
        this,
        [step, by = m_session->by().toStdString()](Plan& plan) -> Result<ActOutcome> {
            const auto entry = step(plan, by);
            return entry ? Result<ActOutcome>(outcomeOf(*entry)) : std::unexpected(entry.error());
        },
        [this, sentence](const Result<ActOutcome>& outcome) {
            m_busy = false;
            Q_EMIT changed();
            if (outcome) {
                Q_EMIT done(sentence);
            } else {
                Q_EMIT failed(errorText(outcome.error(), m_session ? m_session->name() : QString()));
            }
        });
}

} // namespace tuban
