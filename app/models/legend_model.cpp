#include "app/models/legend_model.h"

#include "app/session/language.h"
#include "app/session/number_text.h"

#include <QColor>

namespace tuban {

namespace {

std::vector<LegendRow> rowsOf(
    const Layer& layer, const Catalogue& catalogue, Theme theme, const LayerSnapshot& snapshot, int limit) {
    const auto style = styleOf(layer, catalogue, theme, &snapshot);
    std::vector<std::uint16_t> classes(snapshot.size());
    for (std::size_t i = 0; i < classes.size(); ++i) {
        classes[i] = style.classOf(snapshot, i);
    }
    return shortened(
        legendOf(snapshot, style, classes), static_cast<std::size_t>(std::max(limit, 1)), catalogue, theme);
}

} // namespace

LegendModel::LegendModel(QObject* parent) : QAbstractListModel(parent) {}

void LegendModel::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    m_session = session;
    if (session != nullptr) {
        connect(session->snapshots(), &SnapshotStore::snapshotChanged, this, [this](const QString& table) {
            if (table == m_layer) {
                reload();
            }
        });
        connect(session, &Session::openChanged, this, &LegendModel::reload);
    }
    reload();
    Q_EMIT sessionChanged();
}

void LegendModel::setLayer(const QString& layer) {
    if (m_layer != layer) {
        m_layer = layer;
        reload();
        Q_EMIT layerChanged();
    }
}

void LegendModel::setDark(bool dark) {
    if (m_dark != dark) {
        m_dark = dark;
        reload();
        Q_EMIT darkChanged();
    }
}

void LegendModel::setLimit(int limit) {
    if (m_limit != limit) {
        m_limit = limit;
        reload();
        Q_EMIT limitChanged();
    }
}

void LegendModel::reload() {
    const int run = ++m_run;
    const auto catalogue = m_session ? m_session->catalogue() : nullptr;
    const auto* layer = catalogue ? catalogue->layer(m_layer.toStdString()) : nullptr;
    const auto snapshot = m_session ? m_session->snapshots()->snapshot(m_layer) : nullptr;
    if (layer == nullptr || !snapshot) {
        beginResetModel();
        m_rows.clear();
        endResetModel();
        Q_EMIT countChanged();
        return;
    }
    m_session->think(
        this,
        [catalogue, layer, snapshot, theme = m_dark ? Theme::Dark : Theme::Light, limit = m_limit] {
            return rowsOf(*layer, *catalogue, theme, *snapshot, limit);
        },
        [this, run](std::vector<LegendRow> rows) {
            if (run == m_run) {
                beginResetModel();
                m_rows = std::move(rows);
                endResetModel();
                Q_EMIT countChanged();
            }
        });
}

int LegendModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant LegendModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto& colour = row.look.filled ? row.look.fill : row.look.stroke;
    switch (role) {
    case CodeRole:
        return QString::fromStdString(row.code);
    case Qt::DisplayRole:
    case LabelRole:
        return QString::fromStdString(row.label.in(uiLanguage().toStdString()));
    case ColourRole:
        return QColor(colour.red, colour.green, colour.blue, colour.alpha);
    case CountRole:
        return static_cast<int>(row.count);
    case AreaTextRole:
        return row.areaPlanarM2 > 0 ? hectaresText(row.areaPlanarM2) : QString();
    case AreaM2Role:
        return row.areaPlanarM2;
    default:
        return {};
    }
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
