#include "app/models/job_list_model.h"

namespace tuban {

JobListModel::JobListModel(QObject* parent) : QAbstractListModel(parent) {}
int JobListModel::running() const {
    return 0;
}
int JobListModel::rowCount(const QModelIndex& /*parent*/) const {
    return 0;
}
QVariant JobListModel::data(const QModelIndex& /*index*/, int /*role*/) const {
    return {};
}
QHash<int, QByteArray> JobListModel::roleNames() const {
    return {{TitleRole, "title"},
            {FractionRole, "fraction"},
            {StepRole, "step"},
            {StateRole, "state"},
            {ResultTextRole, "resultText"}};
}
void JobListModel::cancel(int /*row*/) {}
void JobListModel::clearDone() {}
void JobListModel::progress(int /*job*/, double /*fraction*/, const QString& /*step*/) {}
void JobListModel::end(int /*job*/, const QString& /*state*/, const QString& /*resultText*/) {}

} // namespace tuban
