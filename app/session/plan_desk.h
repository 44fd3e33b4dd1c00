#pragma once

#include "app/session/act_queue.h"
#include "app/session/opened_plan.h"
#include "app/session/plan_watch.h"
#include "app/session/snapshot_store.h"
#include "geo/plan/journal.h"

#include <QObject>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tuban {

/// What undo and redo would take next.
struct UndoState {
    std::optional<JournalEntry> undo;
    std::optional<JournalEntry> redo;
};

/// The threads of one open plan: a writer, a reader for whole layers and one for short questions, each with
/// its own connection. Reads everything once, then again what acts or other programs changed. GUI thread.
class PlanDesk : public QObject {
    Q_OBJECT

public:
    explicit PlanDesk(QObject* parent = nullptr);
    ~PlanDesk() override;

    void open(const QString& path);
    [[nodiscard]] ActQueue& acts() { return m_acts; }
    /// Short questions: search, candidates, one feature's marks.
    [[nodiscard]] PlanThread& questions() { return m_questions; }

Q_SIGNALS:
    void described(const tuban::OpenedPlan& plan);
    void failed(const tuban::Error& error);
    /// Everything is read.
    void loaded();
    void tableRead(const tuban::SnapshotStore::SnapshotPointer& snapshot);
    void marksRead(const tuban::SnapshotStore::MarksPointer& marks);
    void journalRead(const tuban::UndoState& state);
    /// A program that keeps no journal, like QGIS, changed the plan.
    void changedOutside(const QStringList& layers);

private:
    void openReader(const std::string& path, bool writable, const std::shared_ptr<WatchState>& seen);
    void readAll(const OpenedPlan& plan);
    void readTable(const TableWish& wish);
    /// Reads again what acts of ours touched.
    void readTouched(const TableWish& wish);
    void acceptTable(const Result<SnapshotStore::SnapshotPointer>& snapshot);
    void readMarks();
    void readJournal();
    void refresh(const ActOutcome& outcome);
    void refresh(const ForeignChange& change);
    std::shared_ptr<const Catalogue> m_catalogue;
    std::map<std::string, SnapshotStore::SnapshotPointer> m_latest; ///< by table
    PlanThread m_writer;
    PlanThread m_reader;
    PlanThread m_questions;
    ActQueue m_acts;
    std::unique_ptr<PlanWatch> m_watch;
};

} // namespace tuban
