#include "app/models/search_model.h"

#include "app/models/typed_place.h"
#include "app/session/feature_text.h"

namespace tuban {

namespace {
constexpr int maxHits = 50;
}

SearchModel::SearchModel(QObject* parent) : QAbstractListModel(parent) {}

void SearchModel::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    m_session = session;
    if (session != nullptr) {
        connect(session, &Session::closed, this, [this] {
            m_busy = false; // the answer under way went with the plan
            setQuery({});
            Q_EMIT busyChanged();
        });
    }
    Q_EMIT sessionChanged();
}

void SearchModel::setQuery(const QString& query) {
    if (m_query == query) {
        return;
    }
    m_query = query;
    Q_EMIT queryChanged();
    ask();
}

void SearchModel::ask() {
    // One question at a time: while it is under way more letters only change what is asked next.
    if (m_busy) {
        return;
    }
    if (!m_session || !m_session->isOpen() || m_query.trimmed().isEmpty()) {
        show({}, {});
        return;
    }
    m_busy = true;
    Q_EMIT busyChanged();
    m_session->ask(
        this,
        [words = m_query.trimmed().toStdString()](Plan& plan) { return search(plan, words, maxHits); },
        [this, query = m_query](const Result<std::vector<SearchHit>>& hits) {
            m_busy = false;
            if (query == m_query) {
                show(query, hits.value_or(std::vector<SearchHit>{}));
                Q_EMIT busyChanged();
            } else {
                ask();
            }
        });
}

void SearchModel::show(const QString& query, const std::vector<SearchHit>& hits) {
    beginResetModel();
    m_rows.clear();
    const auto place = m_session && m_session->isOpen()
                           ? typedPlace(query, zoneWithoutPrefix(m_session->srid()))
                           : std::nullopt;
    if (place) {
        if (const auto geo = place->degrees ? std::optional(place->at) : m_session->geoFromPlan(place->at)) {
            m_rows.append({.layer = {},
                           .uid = {},
                           .title = tr("Go to %1").arg(query.trimmed()),
                           .detail = place->degrees ? tr("degrees") : m_session->crsName(),
                           .layerTitle = tr("Coordinate"),
                           .lon = geo->x,
                           .lat = geo->y});
        }
    }
    for (const auto& hit : hits) {
        const auto layer = QString::fromStdString(hit.feature.layer);
        m_rows.append({.layer = layer,
                       .uid = QString::fromStdString(hit.feature.uid),
                       .title = QString::fromStdString(hit.title),
                       .detail = QString::fromStdString(hit.detail),
                       .layerTitle = layerTitle(*m_session, layer)});
    }
    endResetModel();
    Q_EMIT countChanged();
}

int SearchModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant SearchModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& row = m_rows.at(index.row());
    switch (role) {
    case LayerRole:
        return row.layer;
    case UidRole:
        return row.uid;
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case DetailRole:
        return row.detail;
    case LayerTitleRole:
        return row.layerTitle;
    case LonRole:
        return row.lon;
    case LatRole:
        return row.lat;
    default:
        return {};
    }
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
