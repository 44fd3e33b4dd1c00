#include "app/session/snapshot_store.h"

namespace tuban {

SnapshotStore::SnapshotStore(QObject* parent)
    : QObject(parent), m_marks(std::make_shared<std::vector<Mark>>()) {}

SnapshotStore::SnapshotPointer SnapshotStore::snapshot(const QString& table) const {
    return m_snapshots.value(table);
}

void SnapshotStore::put(const SnapshotPointer& snapshot) {
    const auto table = QString::fromStdString(snapshot->layer);
    m_snapshots.insert(table, snapshot);
    Q_EMIT snapshotChanged(table);
}

void SnapshotStore::putMarks(MarksPointer marks) {
    m_marks = std::move(marks);
    Q_EMIT marksChanged();
}

void SnapshotStore::clear() {
    m_snapshots.clear();
    m_marks = std::make_shared<std::vector<Mark>>();
    Q_EMIT cleared();
}

} // namespace tuban
