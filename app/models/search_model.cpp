#include "app/models/search_model.h"

namespace tuban {

SearchModel::SearchModel(QObject* parent) : QAbstractListModel(parent) {}
void SearchModel::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}
void SearchModel::setQuery(const QString& query) {
    if (m_query != query) {
        m_query = query;
        Q_EMIT queryChanged();
    }
}
int SearchModel::rowCount(const QModelIndex& /*parent*/) const {
    return 0;
}
QVariant SearchModel::data(const QModelIndex& /*index*/, int /*role*/) const {
    return {};
}
QHash<int, QByteArray> SearchModel::roleNames() const {
    return {{LayerRole, "layer"},
            {UidRole, "uid"},
            {TitleRole, "title"},
            {DetailRole, "detail"},
            {LayerTitleRole, "layerTitle"},
            {LonRole, "lon"},
            {LatRole, "lat"}};
}

} // namespace tuban
