#include "app/controllers/transfer_controller.h"

#include "app/controllers/transfer_report.h"
#include "app/session/feature_text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace tuban {

namespace {

constexpr int exitCancelled = 130;

QString option(const QVariantMap& options, const char* key) {
    return options.value(QLatin1String(key)).toString().trimmed();
}

/// Appends `--name value` where the option is set.
void pass(QStringList& arguments, const QVariantMap& options, const char* key, const char* name) {
    const auto value = option(options, key);
    if (!value.isEmpty()) {
        arguments << QLatin1String(name) << value;
    }
}

void passSourceOptions(QStringList& arguments, const QVariantMap& options) {
    pass(arguments, options, "layer", "--layer");
    pass(arguments, options, "sourceLayer", "--source-layer");
    pass(arguments, options, "crs", "--crs");
    pass(arguments, options, "encoding", "--encoding");
}

QStringList
importArguments(const QString& plan, const QString& source, const QVariantMap& options, const QString& by) {
    QStringList arguments{QStringLiteral("import"), plan, source};
    passSourceOptions(arguments, options);
    pass(arguments, options, "where", "--where");
    pass(arguments, options, "match", "--match");
    pass(arguments, options, "onMatch", "--on-match");
    pass(arguments, options, "onInvalid", "--on-invalid");
    const auto map = options.value(QStringLiteral("map")).toMap();
    for (const auto& [column, field] : map.asKeyValueRange()) {
        arguments << QStringLiteral("--map") << column + QLatin1Char('=') + field.toString();
    }
    if (options.value(QStringLiteral("dryRun")).toBool()) {
        arguments << QStringLiteral("--dry-run");
    }
    return arguments << QStringLiteral("--by") << by << QStringLiteral("--json")
                     << QStringLiteral("--progress-json");
}

QStringList exportArguments(const QString& plan, const QString& target, const QVariantMap& options) {
    QStringList arguments{QStringLiteral("export"), plan, QStringLiteral("--to"), target};
    const auto layers = options.value(QStringLiteral("layers")).toStringList();
    if (!layers.isEmpty()) {
        arguments << QStringLiteral("--layer") << layers.join(QLatin1Char(','));
    }
    pass(arguments, options, "format", "--format");
    pass(arguments, options, "crs", "--crs");
    pass(arguments, options, "encoding", "--encoding");
    pass(arguments, options, "where", "--where");
    pass(arguments, options, "within", "--within");
    pass(arguments, options, "names", "--names");
    pass(arguments, options, "values", "--values");
    return arguments << QStringLiteral("--json") << QStringLiteral("--progress-json");
}

} // namespace

TransferController::TransferController(QObject* parent)
    : QObject(parent), m_program(QCoreApplication::applicationFilePath()) {}

void TransferController::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}

void TransferController::setBusy(bool busy) {
    if (m_busy != busy) {
        m_busy = busy;
        Q_EMIT busyChanged();
    }
}

void TransferController::preview(const QString& pathOrUrl, const QVariantMap& options) {
    if (!m_session || !m_session->isOpen()) {
        return;
    }
    delete m_previewing; // an earlier question: its answer is not wanted any more
    const auto path = localPath(pathOrUrl);
    QStringList arguments{QStringLiteral("preview-source"), m_session->path(), path};
    passSourceOptions(arguments, options);
    arguments << QStringLiteral("--json");
    m_previewing = new WorkerProcess(this);
    connect(m_previewing,
            &WorkerProcess::finished,
            this,
            [this, path, layer = option(options, "layer")](const WorkerProcess::Outcome& outcome) {
                m_source = {};
                if (outcome.exitCode == 0 && !outcome.crashed) {
                    m_source =
                        sourceInfo(outcome.answer, m_session ? m_session->catalogue().get() : nullptr, layer);
                } else {
                    m_source.problem = workerFailure(
                        outcome.exitCode, outcome.crashed, outcome.message, QFileInfo(path).fileName());
                }
                m_source.path = path;
                m_previewing = nullptr;
                setBusy(false);
                Q_EMIT sourceChanged();
            });
    setBusy(true);
    m_previewing->start(m_program, arguments);
}

void TransferController::startImport(const QVariantMap& options) {
    if (!m_session || !m_session->isOpen()) {
        return;
    }
    const auto source = localPath(option(options, "source"));
    const auto file = QFileInfo(source).fileName();
    const auto title = layerTitle(*m_session, option(options, "layer"));
    const bool dryRun = options.value(QStringLiteral("dryRun")).toBool();
    const Job job{.title = dryRun ? tr("Compare %1 with %2").arg(file, title)
                                  : tr("Import %1 into %2").arg(file, title),
                  .subject = file,
                  .done = [this, title, dryRun](const QByteArray& answer) {
                      const auto report = importReport(answer, title, dryRun);
                      Q_EMIT imported(report);
                      return report.summary;
                  }};
    run(job, importArguments(m_session->path(), source, options, m_session->by()));
}

void TransferController::startExport(const QVariantMap& options) {
    if (!m_session || !m_session->isOpen()) {
        return;
    }
    const auto target = localPath(option(options, "target"));
    const auto file = QFileInfo(target).fileName();
    const Job job{
        .title = tr("Export to %1").arg(file), .subject = file, .done = [this](const QByteArray& answer) {
            const auto report = exportReport(answer, m_session ? m_session->catalogue().get() : nullptr);
            Q_EMIT exported(report);
            return report.summary;
        }};
    run(job, exportArguments(m_session->path(), target, options));
}

void TransferController::run(const Job& job, const QStringList& arguments) {
    auto* process = new WorkerProcess(this);
    const int number = m_jobs.begin(job.title, [guard = QPointer(process)] {
        if (guard) {
            guard->cancel();
        }
    });
    connect(process, &WorkerProcess::progressed, this, [this, number](double fraction, const QString& step) {
        m_jobs.progress(number, fraction, stepText(step));
    });
    connect(
        process, &WorkerProcess::finished, this, [this, number, job](const WorkerProcess::Outcome& outcome) {
            if (outcome.exitCode == 0 && !outcome.crashed) {
                m_jobs.end(number, QStringLiteral("done"), job.done(outcome.answer));
            } else if (outcome.exitCode == exitCancelled) {
                m_jobs.end(number, QStringLiteral("cancelled"), tr("Stopped; nothing was changed."));
            } else {
                const auto why =
                    workerFailure(outcome.exitCode, outcome.crashed, outcome.message, job.subject);
                m_jobs.end(number, QStringLiteral("failed"), why);
                Q_EMIT failed(why);
            }
        });
    process->start(m_program, arguments);
}

} // namespace tuban
