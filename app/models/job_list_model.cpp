#include "app/models/job_list_model.h"

#include <algorithm>
#include <utility>

namespace tuban {

namespace {
const QString running = QStringLiteral("running");
}

JobListModel::JobListModel(QObject* parent) : QAbstractListModel(parent) {}

int JobListModel::running() const {
    return static_cast<int>(std::ranges::count(m_rows, tuban::running, &Row::state));
}

int JobListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant JobListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case FractionRole:
        return row.fraction;
    case StepRole:
        return row.step;
    case StateRole:
        return row.state;
    case ResultTextRole:
        return row.resultText;
    default:
        return {};
    }
}

QHash<int, QByteArray> JobListModel::roleNames() const {
    return {{TitleRole, "title"},
            {FractionRole, "fraction"},
            {StepRole, "step"},
            {StateRole, "state"},
            {ResultTextRole, "resultText"}};
}

void JobListModel::cancel(int row) {
    if (row >= 0 && row < count() && m_rows.at(row).state == tuban::running && m_rows.at(row).stop) {
        const auto stop = std::exchange(m_rows[row].stop, nullptr);
        stop();
    }
}

void JobListModel::clearDone() {
    beginResetModel();
    m_rows.removeIf([](const Row& row) { return row.state != tuban::running; });
    endResetModel();
    Q_EMIT countChanged();
}

int JobListModel::begin(const QString& title, std::function<void()> stop) {
    beginInsertRows({}, 0, 0);
    Row row;
    row.job = ++m_lastJob;
    row.title = title;
    row.state = tuban::running;
    row.stop = std::move(stop);
    m_rows.prepend(row);
    endInsertRows();
    Q_EMIT countChanged();
    return m_lastJob;
}

void JobListModel::progress(int job, double fraction, const QString& step) {
    if (const int row = rowOf(job); row >= 0) {
        m_rows[row].fraction = fraction;
        m_rows[row].step = step;
        touch(row);
    }
}

void JobListModel::end(int job, const QString& state, const QString& resultText) {
    if (const int row = rowOf(job); row >= 0) {
        m_rows[row].state = state;
        m_rows[row].resultText = resultText;
        m_rows[row].stop = nullptr;
        touch(row);
        Q_EMIT countChanged();
    }
}

int JobListModel::rowOf(int job) const {
    const auto found = std::ranges::find(m_rows, job, &Row::job);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void JobListModel::touch(int row) {
    Q_EMIT dataChanged(index(row), index(row));
}

} // namespace tuban
