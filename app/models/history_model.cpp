#include "app/models/history_model.h"

namespace tuban {

HistoryModel::HistoryModel(QObject* parent) : QAbstractListModel(parent) {}
void HistoryModel::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}
void HistoryModel::setLayer(const QString& layer) {
    if (m_layer != layer) {
        m_layer = layer;
        Q_EMIT featureChanged();
    }
}
void HistoryModel::setUid(const QString& uid) {
    if (m_uid != uid) {
        m_uid = uid;
        Q_EMIT featureChanged();
    }
}
int HistoryModel::rowCount(const QModelIndex& /*parent*/) const {
    return 0;
}
QVariant HistoryModel::data(const QModelIndex& /*index*/, int /*role*/) const {
    return {};
}
QHash<int, QByteArray> HistoryModel::roleNames() const {
    return {{AtRole, "at"}, {ByRole, "by"}, {WhatRole, "what"}, {KindRole, "kind"}, {UndoneRole, "undone"}};
}

} // namespace tuban
