// Opening, making, copying and closing plans: the part of Session that changes which plan is open.
#include "app/session/error_sentence.h"
#include "app/session/session.h"
#include "geo/demo/demo.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace tuban {

void Session::setBusy(bool busy) {
    if (m_busy != busy) {
        m_busy = busy;
        Q_EMIT busyChanged();
    }
}

void Session::bump() {
    ++m_revision;
    Q_EMIT revisionChanged();
}

void Session::openPlan(const QString& pathOrUrl) {
    const auto path = QFileInfo(localPath(pathOrUrl)).absoluteFilePath();
    m_opening = std::make_unique<PlanDesk>();
    setBusy(true);
    connectDesk(m_opening.get(), path);
    m_opening->open(path);
}

void Session::connectDesk(PlanDesk* desk, const QString& path) {
    connect(desk, &PlanDesk::described, this, &Session::takeOver);
    connect(desk, &PlanDesk::failed, this, [this, desk, path](const Error& error) {
        setBusy(false);
        Q_EMIT failed(errorSentence(error.code, QFileInfo(path).fileName()),
                      QString::fromStdString(error.message));
        if (desk == m_opening.get()) {
            // The desk is the sender: it goes once its signal is done.
            m_opening.release()->deleteLater();
        }
    });
    connect(desk, &PlanDesk::tableRead, this, [this](const SnapshotStore::SnapshotPointer& snapshot) {
        m_store.put(snapshot);
        bump();
        Q_EMIT changed(QString::fromStdString(snapshot->layer));
    });
    connect(desk, &PlanDesk::marksRead, this, [this](const SnapshotStore::MarksPointer& marks) {
        m_store.putMarks(marks);
        bump();
    });
    connect(desk, &PlanDesk::journalRead, this, [this](const UndoState& state) {
        m_undoState = state;
        Q_EMIT journalChanged();
    });
    connect(desk, &PlanDesk::loaded, this, [this] {
        setBusy(false);
        Q_EMIT opened();
    });
    connect(desk, &PlanDesk::changedOutside, this, [this] {
        Q_EMIT notice(tr("Another program changed this plan; the map shows the change."), QString());
    });
    connect(&desk->acts(), &ActQueue::stateChanged, this, &Session::saveStateChanged);
}

void Session::takeOver(const OpenedPlan& plan) {
    if (m_desk) {
        closePlan();
        setBusy(true);
    }
    m_desk = std::move(m_opening);
    m_plan = plan;
    m_drawOrder.clear();
    Q_EMIT openChanged();
}

void Session::openDemo() {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const auto path = folder.filePath(QStringLiteral("demo.sqlite"));
    setBusy(true);
    think(
        this,
        [path, folder]() -> Result<void> {
            if (QFileInfo::exists(path)) {
                return {};
            }
            if (!folder.mkpath(QStringLiteral("."))) {
                return failure(ErrorCode::Unwritable, folder.path().toStdString());
            }
            return makeDemo(path.toStdString(), {.inbox = true});
        },
        [this, path](const Result<void>& made) {
            if (made) {
                openPlan(path);
                return;
            }
            setBusy(false);
            Q_EMIT failed(errorSentence(made.error().code, path),
                          QString::fromStdString(made.error().message));
        });
}

void Session::createPlan(const QString& pathOrUrl, const QString& crs, const QString& name) {
    const auto path = QFileInfo(localPath(pathOrUrl)).absoluteFilePath();
    setBusy(true);
    think(
        this,
        [path, wish = NewPlan{.crs = crs.toStdString(), .name = name.toStdString()}]() -> Result<void> {
            auto plan = Plan::create(path.toStdString(), wish);
            return plan ? plan->close() : std::unexpected(plan.error());
        },
        [this, path](const Result<void>& made) {
            if (made) {
                openPlan(path);
                return;
            }
            setBusy(false);
            Q_EMIT failed(errorText(made.error(), QFileInfo(path).fileName()),
                          QString::fromStdString(made.error().message));
        });
}

void Session::closePlan() {
    if (!m_desk) {
        return;
    }
    m_desk.reset(); // does what is queued, then closes the file
    m_plan.reset();
    m_store.clear();
    m_undoState = {};
    m_drawOrder.clear();
    setBusy(false);
    bump();
    Q_EMIT openChanged();
    Q_EMIT saveStateChanged();
    Q_EMIT journalChanged();
    Q_EMIT closed();
}

void Session::copyTo(const QString& pathOrUrl) {
    const auto path = localPath(pathOrUrl);
    ask(
        this,
        [path](Plan& plan) { return plan.copyTo(path.toStdString()); },
        [this, path](const Result<void>& copied) {
            const auto file = QFileInfo(path).fileName();
            if (copied) {
                Q_EMIT notice(tr("A whole copy of the plan is in %1.").arg(file), QString());
            } else {
                Q_EMIT failed(errorSentence(copied.error().code, file),
                              QString::fromStdString(copied.error().message));
            }
        });
}

} // namespace tuban
