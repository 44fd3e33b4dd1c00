#pragma once

#include "app/session/plan_thread.h"
#include "geo/plan/journal.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tuban {

/// What an act did.
struct ActOutcome {
    std::vector<std::string> layers; ///< layers whose features changed; empty with `everything`
    bool everything = false;         ///< which layers is not known
    bool marks = false;
    std::string uid; ///< of the mark or feature it made
    std::string what;
};
using ActWork = std::function<Result<ActOutcome>(Plan&)>;
using ActDone = std::function<void(const Result<ActOutcome>&)>;

/// Acts of the planner, done one after the other on the writer's thread. While another program holds the plan
/// an act waits and is tried again for a minute. GUI thread.
class ActQueue : public QObject {
    Q_OBJECT

public:
    explicit ActQueue(PlanThread& writer, QObject* parent = nullptr);
    /// Hands acts that still wait to the writer, which does them before it ends.
    ~ActQueue() override;

    /// `done` is called here if `context` still lives.
    void add(QObject* context, ActWork work, ActDone done);
    /// "saved", "saving" or "waiting"
    [[nodiscard]] QString state() const;

Q_SIGNALS:
    void stateChanged();
    void acted(const tuban::ActOutcome& outcome);

private:
    struct Entry {
        QPointer<QObject> context;
        ActWork work;
        ActDone done;
        int tries = 0;
    };
    void runFirst();
    void finishFirst(const Result<ActOutcome>& outcome);
    PlanThread& m_writer;
    std::deque<Entry> m_entries;
    QTimer m_slow;          ///< the first act takes long: somebody else writes
    bool m_running = false; ///< the first act is with the writer
    bool m_waiting = false;
};

} // namespace tuban
