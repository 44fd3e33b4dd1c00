#include "app/models/mark_list_model.h"

namespace tuban {

MarkListModel::MarkListModel(QObject* parent) : QAbstractListModel(parent) {}
void MarkListModel::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}
void MarkListModel::setLayer(const QString& layer) {
    if (m_layer != layer) {
        m_layer = layer;
        Q_EMIT featureChanged();
    }
}
void MarkListModel::setUid(const QString& uid) {
    if (m_uid != uid) {
        m_uid = uid;
        Q_EMIT featureChanged();
    }
}
int MarkListModel::rowCount(const QModelIndex& /*parent*/) const {
    return 0;
}
QVariant MarkListModel::data(const QModelIndex& /*index*/, int /*role*/) const {
    return {};
}
QHash<int, QByteArray> MarkListModel::roleNames() const {
    return {{UidRole, "uid"},
            {OnDateRole, "onDate"},
            {StageLabelRole, "stageLabel"},
            {PercentRole, "percent"},
            {StateRole, "state"},
            {StateLabelRole, "stateLabel"},
            {NoteRole, "note"},
            {ByRole, "by"},
            {RecordedAtRole, "recordedAt"},
            {PhotosRole, "photos"}};
}

} // namespace tuban
