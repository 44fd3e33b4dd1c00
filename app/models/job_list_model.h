#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace tuban {

/// Long jobs, newest first: what they do, how far they are, how they ended. GUI thread.
class JobListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from TransferController.jobs")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int running READ running NOTIFY countChanged)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        FractionRole, ///< 0..1, -1 unknown
        StepRole,
        StateRole, ///< "running", "done", "failed" or "cancelled"
        ResultTextRole,
    };
    explicit JobListModel(QObject* parent = nullptr);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int running() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void cancel(int row);
    Q_INVOKABLE void clearDone();

    /// \param stop asks the job to end; called at most once \return the number of the job
    int begin(const QString& title, std::function<void()> stop);
    void progress(int job, double fraction, const QString& step);
    void end(int job, const QString& state, const QString& resultText);

Q_SIGNALS:
    void countChanged();

private:
    struct Row {
        int job = 0;
        QString title, step, state, resultText;
        double fraction = -1;
        std::function<void()> stop;
    };
    [[nodiscard]] int rowOf(int job) const;
    void touch(int row);
    int m_lastJob = 0;
    QList<Row> m_rows;
};

} // namespace tuban
