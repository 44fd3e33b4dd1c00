#include "app/session/plan_desk.h"

#include "geo/base/prepare_pinyin.h"

namespace tuban {

PlanDesk::PlanDesk(QObject* parent)
    : QObject(parent),
      m_writer(QStringLiteral("plan writer")),
      m_reader(QStringLiteral("plan reader")),
      m_questions(QStringLiteral("plan questions")),
      m_acts(m_writer) {
    connect(&m_acts, &ActQueue::acted, this, [this](const ActOutcome& outcome) { refresh(outcome); });
}

PlanDesk::~PlanDesk() {
    m_reader.requestStop();
    m_questions.requestStop();
}

void PlanDesk::open(const QString& path) {
    const auto file = path.toStdString();
    auto seen = std::make_shared<WatchState>();
    m_writer.run(
        this,
        [file, seen](PlanThread::Slot& slot) -> Result<bool> {
            const auto writable = openForWriting(slot, file);
            if (!writable || !*writable) {
                return writable;
            }
            const auto begun = beginWatch(*seen, *slot);
            return begun ? Result<bool>(true) : std::unexpected(begun.error());
        },
        [this, file, seen](const Result<bool>& writable) {
            if (!writable) {
                Q_EMIT failed(writable.error());
                return;
            }
            openReader(file, *writable, seen);
        });
}

void PlanDesk::openReader(const std::string& path, bool writable, const std::shared_ptr<WatchState>& seen) {
    m_questions.run(
        this,
        [path](PlanThread::Slot& slot) { return openForReading(slot, path); },
        [](const Result<void>&) {});
    m_reader.run(
        this,
        [path, writable, seen](PlanThread::Slot& slot) -> Result<OpenedPlan> {
            if (const auto opened = openForReading(slot, path); !opened) {
                return std::unexpected(opened.error());
            }
            if (!writable) {
                if (const auto begun = beginWatch(*seen, *slot); !begun) {
                    return std::unexpected(begun.error());
                }
            }
            return describe(*slot);
        },
        [this, writable, seen](const Result<OpenedPlan>& plan) {
            if (!plan) {
                Q_EMIT failed(plan.error());
                return;
            }
            auto opened = *plan;
            opened.readOnly = !writable;
            m_catalogue = opened.catalogue;
            m_watch = std::make_unique<PlanWatch>(writable ? m_writer : m_reader, seen);
            connect(m_watch.get(), &PlanWatch::changed, this, [this](const ForeignChange& change) {
                refresh(change);
            });
            Q_EMIT described(opened);
            readAll(opened);
        });
}

void PlanDesk::readAll(const OpenedPlan& plan) {
    readMarks(); // first: how features look follows from them, and none is to be drawn twice
    for (const auto& wish : tablesOf(*plan.catalogue)) {
        readTable(wish);
    }
    readJournal();
    // Behind everything above on the same thread.
    m_reader.run(
        this,
        [](PlanThread::Slot&) { return true; },
        [this](bool) {
            Q_EMIT loaded();
            // Now rather than in the first edit or search.
            m_questions.run(this, [](PlanThread::Slot&) { return preparePinyin(), true; }, [](bool) {});
        });
}

void PlanDesk::readTable(const TableWish& wish) {
    m_reader.ask(
        this,
        [wish, stop = m_reader.stopToken()](Plan& plan) {
            return readSnapshot(plan, wish.table, wish.columns, Progress{.report = {}, .stop = stop});
        },
        [this](const Result<SnapshotStore::SnapshotPointer>& snapshot) { acceptTable(snapshot); });
}

void PlanDesk::readTouched(const TableWish& wish) {
    const auto latest = m_latest.find(wish.table);
    if (latest == m_latest.end()) {
        readTable(wish);
        return;
    }
    m_reader.ask(
        this,
        [before = latest->second, stop = m_reader.stopToken()](Plan& plan) {
            return readSnapshotAfter(plan, *before, Progress{.report = {}, .stop = stop});
        },
        [this](const Result<SnapshotStore::SnapshotPointer>& snapshot) { acceptTable(snapshot); });
}

void PlanDesk::acceptTable(const Result<SnapshotStore::SnapshotPointer>& snapshot) {
    if (snapshot) {
        m_latest[(*snapshot)->layer] = *snapshot;
        Q_EMIT tableRead(*snapshot);
    } else if (snapshot.error().code != ErrorCode::Cancelled) {
        Q_EMIT failed(snapshot.error());
    }
}

void PlanDesk::readMarks() {
    m_reader.ask(
        this,
        [](Plan& plan) { return allLiveMarks(plan); },
        [this](Result<std::vector<Mark>> marks) {
            if (marks) {
                Q_EMIT marksRead(std::make_shared<const std::vector<Mark>>(std::move(*marks)));
            }
        });
}

void PlanDesk::readJournal() {
    m_questions.ask(
        this,
        [](Plan& plan) -> Result<UndoState> {
            auto undo = nextUndo(plan);
            auto redo = nextRedo(plan);
            if (!undo || !redo) {
                return std::unexpected(!undo ? undo.error() : redo.error());
            }
            return UndoState{.undo = std::move(*undo), .redo = std::move(*redo)};
        },
        [this](const Result<UndoState>& state) {
            if (state) {
                Q_EMIT journalRead(*state);
            }
        });
}

void PlanDesk::refresh(const ActOutcome& outcome) {
    if (m_watch) {
        m_watch->acceptOwn();
    }
    for (const auto& layer : m_catalogue->layers()) {
        if (outcome.everything || std::ranges::find(outcome.layers, layer.name) != outcome.layers.end()) {
            for (const auto& wish : tablesOf(layer)) {
                readTouched(wish);
            }
        }
    }
    if (outcome.marks || outcome.everything) {
        readMarks();
    }
    readJournal();
}

void PlanDesk::refresh(const ForeignChange& change) {
    QStringList layers;
    for (const auto& layer : m_catalogue->layers()) {
        for (const auto& wish : tablesOf(layer)) {
            if (std::ranges::find(change.tables, wish.table) != change.tables.end()) {
                readTable(wish);
                layers.append(QString::fromStdString(layer.name));
            }
        }
    }
    if (change.marks) {
        readMarks();
    }
    readJournal();
    layers.removeDuplicates();
    if (!change.journal) {
        Q_EMIT changedOutside(layers);
    }
}

} // namespace tuban
