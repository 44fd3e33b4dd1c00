#include "app/models/layer_list_model.h"

#include "app/session/app_settings.h"
#include "app/session/feature_text.h"

#include <QColor>

#include <algorithm>
#include <array>

namespace tuban {

namespace {

/// Areas that others lie upon, from the top of them to the bottom of the map.
constexpr std::array<std::string_view, 5> ground{
    "parcel", "plan_block", "survey_patch", "renewal_zone", "area_unit"};

/// Points above lines above areas, and the ground under all.
int rankOf(const Layer& layer) {
    const auto* const place = std::ranges::find(ground, std::string_view(layer.name));
    switch (layer.geometry) {
    case ShapeKind::Point:
        return 0;
    case ShapeKind::Line:
        return 1;
    case ShapeKind::Area:
        return place == ground.end() ? 2 : 3 + static_cast<int>(place - ground.begin());
    }
    return 2;
}

const QString coloursKey = QStringLiteral("map/colours");

} // namespace

LayerListModel::LayerListModel(QObject* parent) : QAbstractListModel(parent) {
    const QString kept = appSettings().value(coloursKey).toString();
    m_colours = colourSetOf(kept.toStdString()).value_or(ColourSet::Standard);
    connect(&m_lights, &WorkLights::changed, this, &LayerListModel::styleChanged);
}

void LayerListModel::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    if (m_session) {
        m_session->disconnect(this);
        m_session->snapshots()->disconnect(this);
    }
    m_session = session;
    m_lights.setSession(session);
    if (session != nullptr) {
        connect(session, &Session::openChanged, this, &LayerListModel::reload);
        connect(session, &Session::languageChanged, this, &LayerListModel::list);
        connect(session->snapshots(), &SnapshotStore::snapshotChanged, this, &LayerListModel::refreshLayer);
    }
    reload();
    Q_EMIT sessionChanged();
}

void LayerListModel::setShowEmpty(bool show) {
    if (m_showEmpty != show) {
        m_showEmpty = show;
        list();
        Q_EMIT showEmptyChanged();
    }
}

void LayerListModel::reload() {
    m_all.clear();
    if (m_session && m_session->isOpen()) {
        const auto all = m_session->catalogue()->layers();
        std::vector<const Layer*> layers;
        for (const auto& layer : all) {
            layers.push_back(&layer);
        }
        std::ranges::stable_sort(layers, {}, [](const Layer* layer) { return rankOf(*layer); });
        for (const auto* layer : layers) {
            m_all.append({.name = QString::fromStdString(layer->name)});
        }
        restore();
    }
    list();
    tellShown();
}

void LayerListModel::list() {
    beginResetModel();
    m_rows.clear();
    for (int i = 0; i < m_all.size(); ++i) {
        if (m_showEmpty || featuresIn(m_all.at(i).name) > 0) {
            m_rows.append(i);
        }
    }
    endResetModel();
    Q_EMIT countChanged();
}

qsizetype LayerListModel::featuresIn(const QString& layer) const {
    const auto snapshot = m_session ? m_session->snapshots()->snapshot(layer) : nullptr;
    return snapshot ? static_cast<qsizetype>(snapshot->size()) : 0;
}

void LayerListModel::refreshLayer(const QString& table) {
    const auto place = static_cast<int>(std::ranges::find(m_all, table, &Shown::name) - m_all.begin());
    if (place == m_all.size()) {
        return; // a companion table
    }
    const bool listed = m_showEmpty || featuresIn(table) > 0;
    const auto row = static_cast<int>(std::ranges::lower_bound(m_rows, place) - m_rows.begin());
    const bool present = row < m_rows.size() && m_rows.at(row) == place;
    if (present && listed) {
        Q_EMIT dataChanged(index(row), index(row), {CountRole});
    } else if (listed) {
        beginInsertRows({}, row, row);
        m_rows.insert(row, place);
        endInsertRows();
        Q_EMIT countChanged();
    } else if (present) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
        Q_EMIT countChanged();
    }
}

int LayerListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant LayerListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_session) {
        return {};
    }
    const auto& shown = m_all.at(m_rows.at(index.row()));
    const auto* layer = m_session->layer(shown.name);
    if (layer == nullptr) {
        return {};
    }
    switch (role) {
    case NameRole:
        return shown.name;
    case Qt::DisplayRole:
    case TitleRole:
        return layerTitle(*m_session, shown.name);
    case CountRole:
        return featuresIn(shown.name);
    case VisibleRole:
        return shown.visible;
    case OpacityRole:
        return shown.opacity;
    case GeometryRole:
        return layer->geometry == ShapeKind::Area   ? QStringLiteral("area")
               : layer->geometry == ShapeKind::Line ? QStringLiteral("line")
                                                    : QStringLiteral("point");
    case ColourRole:
        return QColor::fromString(QString::fromStdString(layer->colour));
    case MarkableRole:
        return !layer->stages.empty();
    case HasLegendRole:
        return styleRules(*layer).size() > 1 || layer->style != "plain";
    default:
        return styleData(shown, *layer, role);
    }
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
            {HasLegendRole, "hasLegend"},
            {StyleRole, "style"},
            {StylesRole, "styles"},
            {ColumnsRole, "columns"},
            {MethodsRole, "methods"}};
}

void LayerListModel::setVisible(int row, bool visible) {
    if (row >= 0 && row < count()) {
        m_all[m_rows.at(row)].visible = visible;
        Q_EMIT dataChanged(index(row), index(row), {VisibleRole});
        store();
        tellShown();
    }
}

void LayerListModel::setOpacity(int row, double opacity) {
    if (row >= 0 && row < count()) {
        m_all[m_rows.at(row)].opacity = std::clamp(opacity, 0.0, 1.0);
        Q_EMIT dataChanged(index(row), index(row), {OpacityRole});
        store();
        tellShown();
    }
}

void LayerListModel::move(int from, int to) {
    if (from < 0 || to < 0 || from >= count() || to >= count() || from == to) {
        return;
    }
    if (!beginMoveRows({}, from, from, {}, to > from ? to + 1 : to)) {
        return;
    }
    const auto place = m_rows.at(to);
    m_all.move(m_rows.at(from), place);
    m_rows.clear();
    for (int i = 0; i < m_all.size(); ++i) {
        if (m_showEmpty || featuresIn(m_all.at(i).name) > 0) {
            m_rows.append(i);
        }
    }
    endMoveRows();
    store();
    tellShown();
}

void LayerListModel::tellShown() {
    wantLights();
    if (m_session) {
        QStringList visible;
        for (const auto& shown : std::as_const(m_all)) {
            if (shown.visible) {
                visible.append(shown.name);
            }
        }
        m_session->setDrawOrder(visible);
    }
    Q_EMIT shownChanged();
}

void LayerListModel::restore() {
    auto settings = appSettings();
    settings.beginGroup(planSettingsGroup(m_session->path()));
    const auto order = settings.value(QStringLiteral("order")).toStringList();
    const auto hidden = settings.value(QStringLiteral("hidden")).toStringList();
    for (auto& shown : m_all) {
        shown.visible = !hidden.contains(shown.name);
        shown.opacity = settings.value(QStringLiteral("opacity/") + shown.name, 1.0).toDouble();
        shown.style = settings.value(QStringLiteral("style/") + shown.name).toString();
    }
    // Layers that were not known when the order was kept stay where the rule puts them: after the known ones.
    std::ranges::stable_sort(m_all, {}, [&order](const Shown& shown) {
        const auto place = order.indexOf(shown.name);
        return place < 0 ? order.size() : place;
    });
}

void LayerListModel::store() const {
    auto settings = appSettings();
    settings.beginGroup(planSettingsGroup(m_session->path()));
    QStringList order;
    QStringList hidden;
    for (const auto& shown : m_all) {
        order.append(shown.name);
        if (!shown.visible) {
            hidden.append(shown.name);
        }
        settings.setValue(QStringLiteral("opacity/") + shown.name, shown.opacity);
        settings.setValue(QStringLiteral("style/") + shown.name, shown.style);
    }
    settings.setValue(QStringLiteral("order"), order);
    settings.setValue(QStringLiteral("hidden"), hidden);
}

} // namespace tuban
