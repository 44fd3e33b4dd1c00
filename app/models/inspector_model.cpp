#include "app/models/inspector_model.h"

#include "app/models/cell_text.h"
#include "app/models/edit_act.h"
#include "app/models/feature_place.h"
#include "app/session/error_sentence.h"
#include "app/session/feature_text.h"
#include "app/session/language.h"
#include "app/session/number_text.h"
#include "geo/measure/area.h"
#include "geo/plan/features.h"

#include <algorithm>
#include <array>
#include <variant>

namespace tuban {

namespace {

/// Said in the block of areas, not among the attributes.
constexpr std::array<std::string_view, 2> areaColumns{"area_planar_m2", "area_ellip_m2"};
/// Follow from marks: typing them here would be overwritten by the next mark.
constexpr std::array<std::string_view, 2> markColumns{"stage", "stage_since"};

bool among(std::span<const std::string_view> names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

QString kindOf(const Column& column) {
    if (!column.domain.empty()) {
        return QStringLiteral("choice");
    }
    switch (column.type) {
    case ColumnType::Text:
        return QStringLiteral("text");
    case ColumnType::Integer:
        return QStringLiteral("number");
    case ColumnType::Real:
        return column.unit == "m²" ? QStringLiteral("area") : QStringLiteral("number");
    case ColumnType::Date:
        return QStringLiteral("date");
    case ColumnType::Flag:
        return QStringLiteral("flag");
    }
    return {};
}

double numberOf(const LayerSnapshot& snapshot, std::size_t index, std::string_view name) {
    const int column = snapshot.columnIndex(name);
    if (column < 0) {
        return 0;
    }
    const auto value = snapshot.cell(column, index);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    const auto* real = std::get_if<double>(&value);
    return real == nullptr ? 0 : *real;
}

} // namespace

InspectorModel::InspectorModel(QObject* parent) : QAbstractListModel(parent) {}

void InspectorModel::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    m_session = session;
    if (session != nullptr) {
        connect(session->snapshots(), &SnapshotStore::snapshotChanged, this, &InspectorModel::reload);
        connect(session->snapshots(), &SnapshotStore::marksChanged, this, &InspectorModel::reload);
        connect(session, &Session::openChanged, this, &InspectorModel::reload);
    }
    reload();
    Q_EMIT sessionChanged();
}

void InspectorModel::setLayer(const QString& layer) {
    if (m_layer != layer) {
        m_layer = layer;
        reload();
        Q_EMIT featureChanged();
    }
}

void InspectorModel::setUid(const QString& uid) {
    if (m_uid != uid) {
        m_uid = uid;
        reload();
        Q_EMIT featureChanged();
    }
}

void InspectorModel::reload() {
    ++m_run;
    m_catalogue = m_session ? m_session->catalogue() : nullptr;
    const auto* layer = m_session ? m_session->layer(m_layer) : nullptr;
    const auto snapshot = layer == nullptr ? nullptr : m_session->snapshots()->snapshot(m_layer);
    const auto index = snapshot ? snapshot->find(m_uid.toStdString()) : -1;
    m_found = index >= 0;
    if (!m_found) {
        m_title.clear();
        m_subtitle.clear();
        m_stageText.clear();
        m_lengthText.clear();
        m_areas.clear();
        m_liesIn.clear();
        showRows({});
        Q_EMIT contentChanged();
        return;
    }
    const auto at = static_cast<std::size_t>(index);
    makeHead(*layer, *snapshot, at);
    makeAreas(*layer, snapshot, at);
    m_liesIn = placesHolding(*m_session, *layer, *snapshot, at);
    showRows(makeRows(*layer, *snapshot, at));
    Q_EMIT contentChanged();
}

void InspectorModel::makeHead(const Layer& layer, const LayerSnapshot& snapshot, std::size_t index) {
    m_title = featureTitle(layer, snapshot, index);
    m_subtitle = layerTitle(*m_session, m_layer);
    const auto name = QString::fromStdString(cellText(snapshot, index, "name"));
    if (!name.isEmpty() && name != m_title) {
        m_subtitle += QStringLiteral(" · ") + name;
    }
    auto stage = cellText(snapshot, index, "stage");
    std::optional<double> percent;
    // The latest mark with a stage says more than the column: how far it is.
    std::string latest;
    for (const auto& mark : *m_session->snapshots()->marks()) {
        if (mark.subject.uid == snapshot.uid(index) && mark.subject.layer == layer.name &&
            !mark.stage.empty() && mark.onDate + mark.recordedAt >= latest) {
            latest = mark.onDate + mark.recordedAt;
            stage = mark.stage;
            percent = mark.percent;
        }
    }
    m_stageText = stage.empty() ? QString() : stageLabel(layer, stage);
    if (percent) {
        m_stageText += QStringLiteral(" %1 %").arg(numberText(*percent, 0));
    }
    m_lengthText = snapshot.kind == ShapeKind::Line && !snapshot.box(index).empty()
                       ? tuban::lengthText(planarLengthM(snapshot.geometry(index)))
                       : QString();
}

void InspectorModel::makeAreas(const Layer& layer,
                               const SnapshotStore::SnapshotPointer& snapshot,
                               std::size_t index) {
    const bool sameFeature = !m_areas.isEmpty();
    const double legal = numberOf(*snapshot, index, "area_legal_m2");
    if (layer.geometry != ShapeKind::Area || snapshot->box(index).empty()) {
        m_areas.clear();
        if (legal > 0) {
            m_areas.append(areaFigure(QStringLiteral("legal"), tr("Registered"), legal, 0));
        }
        return;
    }
    if (!sameFeature) {
        m_areas.clear();
    }
    struct Measured {
        double planar = 0;
        std::optional<double> ellipsoidal;
    };
    m_session->think(
        this,
        [snapshot, index, crs = m_session->crs()] {
            const auto geometry = snapshot->geometry(index);
            const auto ellipsoid = EllipsoidalArea::forCrs(crs);
            return Measured{.planar = planarAreaM2(geometry),
                            .ellipsoidal = ellipsoid ? std::optional(ellipsoid->of(geometry)) : std::nullopt};
        },
        [this, run = m_run, legal](const Measured& measured) {
            if (run != m_run) {
                return;
            }
            m_areas.clear();
            if (legal > 0) {
                m_areas.append(areaFigure(QStringLiteral("legal"), tr("Registered"), legal, 0));
            }
            if (measured.ellipsoidal) {
                m_areas.append(areaFigure(
                    QStringLiteral("ellipsoidal"), tr("Ellipsoidal"), *measured.ellipsoidal, legal));
            }
            m_areas.append(areaFigure(QStringLiteral("planar"), tr("Planar"), measured.planar, legal));
            Q_EMIT contentChanged();
        });
}

QList<InspectorModel::Row>
InspectorModel::makeRows(const Layer& layer, const LayerSnapshot& snapshot, std::size_t index) const {
    const auto language = uiLanguage().toStdString();
    const auto scheme = cellText(snapshot, index, "lu_scheme");
    QList<Row> filled;
    QList<Row> empty;
    for (const auto& column : layer.columns) {
        const bool plain = column.role == ColumnRole::Plain;
        if ((!plain && column.role != ColumnRole::Computed) || among(areaColumns, column.name)) {
            continue;
        }
        Row row{.column = &column,
                .section = tr("Attributes"),
                .title = QString::fromStdString(column.title.in(language)),
                .value = cellLabel(*m_session->catalogue(), column, snapshot, index),
                .unit = QString::fromStdString(column.unit),
                .kind = kindOf(column),
                .code = QString::fromStdString(cellText(snapshot, index, column.name)),
                .editable = plain && !among(markColumns, column.name) && !m_session->readOnly(),
                .choices = {}};
        if (row.kind == QStringLiteral("choice") && row.editable) {
            row.choices = choicesOf(*m_session->catalogue(), column, scheme);
        }
        if (row.value.isEmpty()) {
            row.section = tr("Not filled in");
            empty.append(row);
        } else {
            filled.append(row);
        }
    }
    Row identity{.column = layer.column("uid"),
                 .section = tr("Record"),
                 .title = tr("Identifier"),
                 .value = m_uid,
                 .unit = {},
                 .kind = QStringLiteral("text"),
                 .code = m_uid,
                 .editable = false,
                 .choices = {}};
    return filled + empty + QList<Row>{identity};
}

void InspectorModel::showRows(QList<Row> rows) {
    // The same rows with other values: the list keeps its place while a field is being typed in.
    const bool sameShape = rows.size() == m_rows.size() && !rows.isEmpty() &&
                           std::ranges::equal(rows, m_rows, {}, &Row::column, &Row::column);
    if (sameShape) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int InspectorModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant InspectorModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& row = m_rows.at(index.row());
    switch (role) {
    case SectionRole:
        return row.section;
    case TitleRole:
        return row.title;
    case Qt::DisplayRole:
    case ValueRole:
        return row.value;
    case UnitRole:
        return row.unit;
    case ColumnRole:
        return row.column == nullptr ? QString() : QString::fromStdString(row.column->name);
    case EditableRole:
        return row.editable;
    case KindRole:
        return row.kind;
    case ChoicesRole:
        return QVariant::fromValue(row.choices);
    case CodeRole:
        return row.code;
    default:
        return {};
    }
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

void InspectorModel::edit(const QString& column, const QString& text) {
    const auto* layer = m_session && m_found ? m_session->layer(m_layer) : nullptr;
    const auto* known = layer == nullptr ? nullptr : layer->column(column.toStdString());
    const auto row = std::ranges::find(m_rows, known, &Row::column);
    if (known == nullptr || row == m_rows.end() || !row->editable || text == row->value ||
        text == row->code) {
        return;
    }
    const auto snapshot = m_session->snapshots()->snapshot(m_layer);
    const auto index = snapshot->find(m_uid.toStdString());
    const auto scheme =
        index < 0 ? std::string() : cellText(*snapshot, static_cast<std::size_t>(index), "lu_scheme");
    auto value = valueFromText(*m_session->catalogue(), *known, text, scheme);
    if (!value) {
        Q_EMIT editFailed(column, value.error());
        return;
    }
    FeatureEdit change{.uid = m_uid.toStdString(),
                       .columns = {known->name},
                       .values = {std::move(*value)},
                       .geometry = {},
                       .companions = {}};
    m_session->act(
        this,
        editAct(layer->name, std::move(change), m_title.toStdString(), m_session->by().toStdString()),
        [this, column](const Result<ActOutcome>& outcome) {
            if (!outcome) {
                Q_EMIT editFailed(column, errorText(outcome.error(), m_title));
            }
        });
}

} // namespace tuban
