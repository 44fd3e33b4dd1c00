#pragma once

#include "app/controllers/worker_process.h"
#include "app/models/job_list_model.h"
#include "app/session/session.h"

#include <QObject>
#include <QPointer>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace tuban {

/// Imports and exports in a process of their own (this program with a command): a damaged file cannot harm
/// the window, and cancel ends the process. GUI thread.
class TransferController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(tuban::SourceInfo source READ source NOTIFY sourceChanged)
    /// A preview is being made.
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(tuban::JobListModel* jobs READ jobs CONSTANT)

public:
    explicit TransferController(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] SourceInfo source() const { return m_source; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] JobListModel* jobs() { return &m_jobs; }
    /// The program that does the work; this one unless said otherwise.
    void setProgram(const QString& path) { m_program = path; }

    /// \param options layer, sourceLayer, crs, encoding as far as chosen
    Q_INVOKABLE void preview(const QString& pathOrUrl, const QVariantMap& options);
    /// \param options source, layer, sourceLayer, crs, encoding, map (column → field), where, match,
    ///        onMatch (keep replace skip), onInvalid (repair skip stop), dryRun
    Q_INVOKABLE void startImport(const QVariantMap& options);
    /// \param options target, layers (list), format (shp gpkg geojson csv), crs, encoding, where, within
    ///        ("layer:uid"), names (pinyin english chinese), values (label code)
    Q_INVOKABLE void startExport(const QVariantMap& options);

Q_SIGNALS:
    void sessionChanged();
    void sourceChanged();
    void busyChanged();
    void imported(const tuban::TransferReport& report);
    void exported(const tuban::TransferReport& report);
    void failed(const QString& text);

private:
    struct Job {
        QString title;
        QString subject;                                ///< file named in failures
        std::function<QString(const QByteArray&)> done; ///< takes the answer, gives the sentence of the list
    };
    void run(const Job& job, const QStringList& arguments);
    void setBusy(bool busy);
    QString m_program;
    QPointer<WorkerProcess> m_previewing;
    QPointer<Session> m_session;
    SourceInfo m_source;
    bool m_busy = false;
    JobListModel m_jobs;
};

} // namespace tuban
