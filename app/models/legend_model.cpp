#include "app/models/legend_model.h"

namespace tuban {

LegendModel::LegendModel(QObject* parent) : QAbstractListModel(parent) {}
void LegendModel::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}
void LegendModel::setLayer(const QString& layer) {
    if (m_layer != layer) {
        m_layer = layer;
        Q_EMIT layerChanged();
    }
}
int LegendModel::rowCount(const QModelIndex& /*parent*/) const {
    return 0;
}
QVariant LegendModel::data(const QModelIndex& /*index*/, int /*role*/) const {
    return {};
}
QHash<int, QByteArray> LegendModel::roleNames() const {
    return {{CodeRole, "code"},
            {LabelRole, "label"},
            {ColourRole, "colour"},
            {CountRole, "count"},
            {AreaTextRole, "areaText"},
            {AreaM2Role, "areaM2"}};
}

} // namespace tuban
