#include "app/models/layer_list_model.h"

namespace tuban {

LayerListModel::LayerListModel(QObject* parent) : QAbstractListModel(parent) {}
void LayerListModel::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}
void LayerListModel::setShowEmpty(bool /*show*/) {}
int LayerListModel::rowCount(const QModelIndex& /*parent*/) const {
    return 0;
}
QVariant LayerListModel::data(const QModelIndex& /*index*/, int /*role*/) const {
    return {};
}
QHash<int, QByteArray> LayerListModel::roleNames() const {
    return {{NameRole, "name"},
            {TitleRole, "title"},
            {CountRole, "count"},
            {VisibleRole, "visible"},
            {OpacityRole, "opacity"},
            {GeometryRole, "geometry"},
            {ColourRole, "colour"},
            {MarkableRole, "markable"},
            {HasLegendRole, "hasLegend"}};
}
void LayerListModel::setVisible(int /*row*/, bool /*visible*/) {}
void LayerListModel::setOpacity(int /*row*/, double /*opacity*/) {}
void LayerListModel::move(int /*from*/, int /*to*/) {}

} // namespace tuban
