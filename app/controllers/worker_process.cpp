#include "app/controllers/worker_process.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tuban {

namespace {
constexpr int exitCancelled = 130;
}

WorkerProcess::WorkerProcess(QObject* parent) : QObject(parent) {
    connect(&m_process, &QProcess::readyReadStandardError, this, &WorkerProcess::readMessages);
    connect(&m_process, &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
        end(exitCode, status == QProcess::CrashExit);
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            m_message = m_process.errorString();
            end(-1, true);
        }
    });
}

void WorkerProcess::start(const QString& program, const QStringList& arguments) {
    m_process.start(program, arguments, QIODevice::ReadOnly);
}

void WorkerProcess::cancel() {
    m_cancelled = true;
    m_process.terminate();
}

void WorkerProcess::readMessages() {
    m_pending += m_process.readAllStandardError();
    for (auto end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n')) {
        readLine(m_pending.left(end));
        m_pending.remove(0, end + 1);
    }
}

void WorkerProcess::readLine(const QByteArray& line) {
    const auto object = QJsonDocument::fromJson(line).object();
    if (object.contains(QStringLiteral("fraction"))) {
        Q_EMIT progressed(object.value(QStringLiteral("fraction")).toDouble(-1),
                          object.value(QStringLiteral("step")).toString());
    } else if (!line.trimmed().isEmpty()) {
        m_message = QString::fromUtf8(line).trimmed();
    }
}

void WorkerProcess::end(int exitCode, bool crashed) {
    if (m_ended) {
        return;
    }
    m_ended = true;
    readMessages();
    readLine(m_pending);
    // A process that was told to stop before it could take the signal dies of it: that is a cancel as well.
    const bool stopped = m_cancelled && (crashed || exitCode == exitCancelled);
    Q_EMIT finished({.exitCode = stopped ? exitCancelled : exitCode,
                     .crashed = crashed && !stopped,
                     .answer = m_process.readAllStandardOutput(),
                     .message = m_message});
    deleteLater();
}

} // namespace tuban
