#pragma once

#include "app/session/session.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// Undo and redo of the plan's journal; what they would take is kept in the plan, so it survives a restart.
/// GUI thread.
class UndoController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed)
    Q_PROPERTY(QString redoText READ redoText NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    explicit UndoController(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;
    [[nodiscard]] bool busy() const { return m_busy; }

    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

Q_SIGNALS:
    void sessionChanged();
    void changed();
    /// What was taken back or done again, as a sentence.
    void done(const QString& text);
    void failed(const QString& text);

private:
    using Step = Result<JournalEntry> (*)(Plan& plan, std::string_view by);
    void run(const QString& sentence, Step step);
    QPointer<Session> m_session;
    bool m_busy = false;
};

} // namespace tuban
