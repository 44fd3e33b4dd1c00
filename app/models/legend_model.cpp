#include "app/models/legend_model.h"

#include "app/paint/mark_stages.h"
#include "app/paint/swatch_painter.h"
#include "app/session/language.h"
#include "app/session/number_text.h"

#include <QBuffer>
#include <QColor>

namespace tuban {

namespace {

/// The swatch as a source that QML shows by itself.
QString swatchSource(const LayerStyle& style, const LegendRow& row, Theme theme) {
    constexpr double ratio = 2; // sharp on fine screens
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    swatchImage(style.kind, style.symbol, row, theme, ratio).save(&buffer, "PNG");
    return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png.toBase64());
}

} // namespace

LegendModel::Legend LegendModel::legendFor(const Layer& layer,
                                           const Catalogue& catalogue,
                                           const StyleWish& wish,
                                           const DisplaySource& source,
                                           int limit) {
    const LayerSnapshot& snapshot = *source.snapshot;
    Legend legend{.style = styleOf(layer, catalogue, wish, &snapshot), .rows = {}};
    std::vector<std::uint16_t> classes(snapshot.size());
    for (std::size_t i = 0; i < classes.size(); ++i) {
        classes[i] = legend.style.classOf(snapshot, i, source.stages.get(), source.lights.get());
    }
    legend.rows = shortened(legendOf(snapshot, legend.style, classes),
                            static_cast<std::size_t>(std::max(limit, 1)),
                            catalogue,
                            legend.style);
    return legend;
}

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
        connect(session->snapshots(), &SnapshotStore::marksChanged, this, &LegendModel::reload);
        connect(session, &Session::openChanged, this, &LegendModel::reload);
    }
    reload();
    Q_EMIT sessionChanged();
}

void LegendModel::setLayers(LayerListModel* layers) {
    if (m_layers == layers) {
        return;
    }
    if (m_layers) {
        m_layers->disconnect(this);
    }
    m_layers = layers;
    if (layers != nullptr) {
        connect(layers, &LayerListModel::styleChanged, this, [this](const QString& layer) {
            if (layer == m_layer) {
                reload();
            }
        });
    }
    reload();
    Q_EMIT layersChanged();
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

QString LegendModel::ruleText() const {
    const std::string language = uiLanguage().toStdString();
    const QString title = QString::fromStdString(m_legend.style.ruleTitle.in(language));
    const QString unit = QString::fromStdString(m_legend.style.unit.in(language));
    return unit.isEmpty() ? title : title + QStringLiteral(" (") + unit + QLatin1Char(')');
}

void LegendModel::reload() {
    const int run = ++m_run;
    const auto catalogue = m_session ? m_session->catalogue() : nullptr;
    const auto* layer = catalogue ? catalogue->layer(m_layer.toStdString()) : nullptr;
    const auto snapshot = m_session ? m_session->snapshots()->snapshot(m_layer) : nullptr;
    if (layer == nullptr || !snapshot) {
        show({});
        return;
    }
    const StyleWish wish = m_layers ? m_layers->wishOf(m_layer, m_dark)
                                    : StyleWish{.theme = m_dark ? Theme::Dark : Theme::Light};
    m_session->think(
        this,
        [catalogue,
         layer,
         snapshot,
         wish,
         marks = m_session->snapshots()->marks(),
         lights = m_layers ? m_layers->lightsOf(m_layer) : nullptr,
         today = m_session->today().toStdString(),
         limit = m_limit] {
            const StagesByLayer stages = stagesOf(*marks, today);
            const auto own = stages.find(layer->name);
            const DisplaySource source{.snapshot = snapshot,
                                       .style = {},
                                       .owner = nullptr,
                                       .stages = own == stages.end() ? nullptr : own->second,
                                       .lights = lights};
            return legendFor(*layer, *catalogue, wish, source, limit);
        },
        [this, run](Legend legend) {
            if (run == m_run) {
                show(std::move(legend));
            }
        });
}

void LegendModel::show(Legend legend) {
    beginResetModel();
    m_legend = std::move(legend);
    endResetModel();
    Q_EMIT countChanged();
}

int LegendModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant LegendModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& row = m_legend.rows[static_cast<std::size_t>(index.row())];
    const auto& colour = row.look.filled ? row.look.fill : row.look.stroke;
    switch (role) {
    case CodeRole:
        // What only numbers a class tells a planner nothing.
        return m_legend.style.rule == RuleKind::LandUse ? QString::fromStdString(row.code) : QString();
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
    case SwatchRole:
        return isRest(row) ? QString()
                           : swatchSource(m_legend.style, row, m_dark ? Theme::Dark : Theme::Light);
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
            {AreaM2Role, "areaM2"},
            {SwatchRole, "swatch"}};
}

} // namespace tuban
