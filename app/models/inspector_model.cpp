#include "app/models/inspector_model.h"

namespace tuban {

InspectorModel::InspectorModel(QObject* parent) : QAbstractListModel(parent) {}
void InspectorModel::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}
void InspectorModel::setLayer(const QString& layer) {
    if (m_layer != layer) {
        m_layer = layer;
        Q_EMIT featureChanged();
    }
}
void InspectorModel::setUid(const QString& uid) {
    if (m_uid != uid) {
        m_uid = uid;
        Q_EMIT featureChanged();
    }
}
int InspectorModel::rowCount(const QModelIndex& /*parent*/) const {
    return 0;
}
QVariant InspectorModel::data(const QModelIndex& /*index*/, int /*role*/) const {
    return {};
}
QHash<int, QByteArray> InspectorModel::roleNames() const {
    return {{SectionRole, "section"},
            {TitleRole, "title"},
            {ValueRole, "value"},
            {UnitRole, "unit"},
            {ColumnRole, "column"},
            {EditableRole, "editable"},
            {KindRole, "kind"},
            {ChoicesRole, "choices"},
            {CodeRole, "code"}};
}
void InspectorModel::edit(const QString& /*column*/, const QString& /*text*/) {}

} // namespace tuban
