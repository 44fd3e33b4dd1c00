#pragma once

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace tuban {

/// One run of this program's command line in a process of its own. Deletes itself once finished() is told.
/// GUI thread.
class WorkerProcess : public QObject {
    Q_OBJECT

public:
    struct Outcome {
        int exitCode = 0; ///< as the command line promises: 0 done, 3 unusable, 4 busy, 130 cancelled
        bool crashed = false;
        QByteArray answer; ///< the JSON document on its standard output
        QString message;   ///< what it said last on standard error
    };
    explicit WorkerProcess(QObject* parent = nullptr);

    void start(const QString& program, const QStringList& arguments);
    /// Asks the command to stop; it leaves plan and target as they were.
    void cancel();

Q_SIGNALS:
    void progressed(double fraction, const QString& step);
    void finished(const tuban::WorkerProcess::Outcome& outcome);

private:
    void readMessages();
    void readLine(const QByteArray& line);
    void end(int exitCode, bool crashed);
    QProcess m_process;
    QByteArray m_pending; ///< the begun line of standard error
    QString m_message;
    bool m_cancelled = false;
    bool m_ended = false;
};

} // namespace tuban
