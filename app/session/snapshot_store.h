#pragma once

#include "geo/plan/snapshot.h"
#include "geo/works/mark.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace tuban {

/// The features of the open plan in memory: one snapshot a table (layers and their companion tables), and the
/// live marks. Snapshots are immutable and may be handed to any thread. GUI thread.
class SnapshotStore : public QObject {
    Q_OBJECT

public:
    using SnapshotPointer = std::shared_ptr<const LayerSnapshot>;
    using MarksPointer = std::shared_ptr<const std::vector<Mark>>;
    explicit SnapshotStore(QObject* parent = nullptr);

    /// Null while the table is not read yet.
    [[nodiscard]] SnapshotPointer snapshot(const QString& table) const;
    /// Live marks of all features; never null.
    [[nodiscard]] MarksPointer marks() const { return m_marks; }

    void put(const SnapshotPointer& snapshot);
    void putMarks(MarksPointer marks);
    void clear();

Q_SIGNALS:
    void snapshotChanged(const QString& table);
    void marksChanged();
    void cleared();

private:
    QHash<QString, SnapshotPointer> m_snapshots;
    MarksPointer m_marks;
};

} // namespace tuban
