#include "app/models/attribute_table.h"

#include "app/models/cell_text.h"
#include "app/models/table_filter.h"
#include "app/models/table_text.h"
#include "app/session/error_sentence.h"
#include "app/session/feature_text.h"
#include "app/session/language.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>

#include <algorithm>

namespace tuban {

AttributeTable::AttributeTable(QObject* parent) : QAbstractTableModel(parent) {}
AttributeTable::~AttributeTable() = default;

void AttributeTable::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    m_session = session;
    if (session != nullptr) {
        connect(session->snapshots(), &SnapshotStore::snapshotChanged, this, [this](const QString& table) {
            if (table == m_layer) {
                requery();
            }
        });
        connect(session, &Session::openChanged, this, &AttributeTable::requery);
        connect(session, &Session::languageChanged, this, &AttributeTable::retitle);
    }
    requery();
    Q_EMIT sessionChanged();
}

void AttributeTable::setLayer(const QString& layer) {
    if (m_layer == layer) {
        return;
    }
    m_layer = layer;
    m_wish.sortColumn.clear();
    m_wish.descending = false;
    m_wish.filters.clear();
    m_wish.filterText.clear();
    m_wish.groupBy.clear();
    requery();
    Q_EMIT layerChanged();
    Q_EMIT sortChanged();
    Q_EMIT filtersChanged();
    Q_EMIT groupByChanged();
}

void AttributeTable::setSelection(Selection* selection) {
    if (m_selection == selection) {
        return;
    }
    m_selection = selection;
    if (selection != nullptr) {
        connect(selection, &Selection::changed, this, &AttributeTable::followSelection);
    }
    followSelection();
    Q_EMIT selectionChanged();
}

void AttributeTable::followSelection() {
    if (m_wish.selectedOnly) {
        requery();
    } else if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {SelectedRole});
    }
    Q_EMIT selectedRowsChanged();
}

QList<ColumnItem> AttributeTable::columns() const {
    const auto language = uiLanguage().toStdString();
    QList<ColumnItem> items;
    for (const auto* column : m_shown.columns) {
        items.append({.name = QString::fromStdString(column->name),
                      .title = QString::fromStdString(column->title.in(language)),
                      .unit = QString::fromStdString(column->unit),
                      .type = typeName(column->type)});
    }
    return items;
}

int AttributeTable::featureCount() const {
    return m_query.snapshot ? static_cast<int>(m_query.snapshot->size()) : 0;
}

void AttributeTable::setGroupBy(const QString& column) {
    if (m_wish.groupBy != column) {
        m_wish.groupBy = column;
        Q_EMIT groupByChanged();
        requery();
    }
}

void AttributeTable::setSelectedOnly(bool only) {
    if (m_wish.selectedOnly != only) {
        m_wish.selectedOnly = only;
        Q_EMIT selectedOnlyChanged();
        requery();
    }
}

void AttributeTable::setHideEmptyColumns(bool hide) {
    if (m_wish.hideEmptyColumns != hide) {
        m_wish.hideEmptyColumns = hide;
        Q_EMIT hideEmptyColumnsChanged();
        requery();
    }
}

QList<int> AttributeTable::selectedRows() const {
    QList<int> rows;
    if (!m_selection || m_selection->count() == 0) {
        return rows;
    }
    const auto selected = m_selection->selected().value(m_layer);
    if (selected.size() == 0 || !m_query.snapshot) {
        return rows;
    }
    std::vector<char> chosen(m_query.snapshot->size());
    for (const auto position : *carriedOver(selected, m_query.snapshot).rows) {
        chosen[position] = 1;
    }
    for (std::size_t row = 0; row < m_shown.rows.size(); ++row) {
        if (chosen[m_shown.rows[row]] != 0) {
            rows.append(static_cast<int>(row));
        }
    }
    return rows;
}

void AttributeTable::requery() {
    const int run = ++m_run;
    auto query = m_wish;
    query.catalogue = m_session ? m_session->catalogue() : nullptr;
    query.layer = query.catalogue ? query.catalogue->layer(m_layer.toStdString()) : nullptr;
    query.snapshot = m_session ? m_session->snapshots()->snapshot(m_layer) : nullptr;
    if (query.layer == nullptr || !query.snapshot) {
        show({}, {});
        setBusy(false);
        return;
    }
    if (query.selectedOnly && m_selection) {
        query.selected = m_selection->selected().value(m_layer);
    }
    setBusy(true);
    m_session->think(
        this,
        [query] { return runQuery(query); },
        [this, run, query](TableResult result) {
            if (run == m_run) {
                show(query, std::move(result));
                setBusy(false);
            }
        });
}

void AttributeTable::show(const TableQuery& query, TableResult result) {
    const bool sameColumns = result.columns == m_shown.columns;
    // An edit that moves no row keeps the place that is looked at.
    const bool sameRows = sameColumns && m_query.snapshot && query.snapshot && result.rows == m_shown.rows &&
                          m_query.snapshot->hasSameUids(*query.snapshot);
    if (!sameRows) {
        beginResetModel();
    }
    const bool problemMoved = m_shown.problem != result.problem;
    m_query = query;
    m_shown = std::move(result);
    if (!sameRows) {
        endResetModel();
    } else if (!m_shown.rows.empty() && !m_shown.columns.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    if (!sameColumns) {
        Q_EMIT columnsChanged();
    }
    Q_EMIT rowsChanged();
    Q_EMIT totalsChanged();
    Q_EMIT groupRowsChanged();
    Q_EMIT selectedRowsChanged();
    if (problemMoved) {
        Q_EMIT problemChanged();
    }
}

void AttributeTable::retitle() {
    const auto* layer = m_session ? m_session->layer(m_layer) : nullptr;
    for (auto& filter : m_wish.filters) {
        const auto* column = layer == nullptr ? nullptr : layer->column(filter.column.toStdString());
        filter.label = column == nullptr ? filter.label : filterLabel(*column, filter.op, filter.text);
    }
    Q_EMIT columnsChanged();
    Q_EMIT filtersChanged();
    if (columnCount() > 0) {
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
}

void AttributeTable::setBusy(bool busy) {
    if (m_busy != busy) {
        m_busy = busy;
        Q_EMIT busyChanged();
    }
}

int AttributeTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.rows.size());
}

int AttributeTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.columns.size());
}

QVariant AttributeTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& column = *m_shown.columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cellLabel(*m_query.catalogue,
                         column,
                         *m_query.snapshot,
                         m_shown.rows[static_cast<std::size_t>(index.row())]);
    case AlignRightRole:
        return column.type == ColumnType::Integer || column.type == ColumnType::Real;
    case SelectedRole:
        return m_selection && m_selection->isSelected(m_layer, uidAt(index.row()));
    default:
        return {};
    }
}

QVariant AttributeTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || section < 0) {
        return {};
    }
    if (orientation == Qt::Vertical) {
        return section + 1;
    }
    if (section >= columnCount()) {
        return {};
    }
    const auto& column = *m_shown.columns[static_cast<std::size_t>(section)];
    return QString::fromStdString(column.title.in(uiLanguage().toStdString()));
}

QHash<int, QByteArray> AttributeTable::roleNames() const {
    return {{Qt::DisplayRole, "display"}, {AlignRightRole, "alignRight"}, {SelectedRole, "selected"}};
}

void AttributeTable::sortBy(const QString& column) {
    m_wish.descending = m_wish.sortColumn == column && !m_wish.descending;
    m_wish.sortColumn = column;
    Q_EMIT sortChanged();
    requery();
}

void AttributeTable::addFilter(const QString& column, const QString& op, const QString& text) {
    const auto* layer = m_session ? m_session->layer(m_layer) : nullptr;
    const auto* known = layer == nullptr ? nullptr : layer->column(column.toStdString());
    if (known == nullptr) {
        return;
    }
    m_wish.filters.append({.column = column,
                           .op = op,
                           .text = text.trimmed(),
                           .label = filterLabel(*known, op, text.trimmed())});
    Q_EMIT filtersChanged();
    requery();
}

void AttributeTable::setFilterText(const QString& expression) {
    if (m_wish.filterText != expression.trimmed()) {
        m_wish.filterText = expression.trimmed();
        Q_EMIT filtersChanged();
        requery();
    }
}

void AttributeTable::removeFilter(int index) {
    if (index >= 0 && index < m_wish.filters.size()) {
        m_wish.filters.removeAt(index);
        Q_EMIT filtersChanged();
        requery();
    }
}

void AttributeTable::clearFilters() {
    m_wish.filters.clear();
    m_wish.filterText.clear();
    Q_EMIT filtersChanged();
    requery();
}

void AttributeTable::selectRow(int row, const QString& mode) {
    if (m_selection && row >= 0 && row < rowCount()) {
        m_selection->select(m_layer, {uidAt(row)}, mode);
    }
}

void AttributeTable::selectRange(int first, int last) {
    const int from = std::max(0, std::min(first, last));
    const int to = std::min(rowCount() - 1, std::max(first, last));
    if (m_selection && from <= to) {
        SelectedRows::Rows rows(m_shown.rows.begin() + from, m_shown.rows.begin() + to + 1);
        const std::int64_t current = rows.back();
        std::ranges::sort(rows);
        m_selection->selectRows(
            {m_query.snapshot, std::make_shared<const SelectedRows::Rows>(std::move(rows))},
            SelectMode::Set,
            current);
    }
}

void AttributeTable::selectAllRows() {
    selectRange(0, rowCount() - 1);
}

int AttributeTable::rowOf(const QString& uid) const {
    const auto index = m_query.snapshot ? m_query.snapshot->find(uid.toStdString()) : -1;
    const auto found =
        index < 0 ? m_shown.rows.end() : std::ranges::find(m_shown.rows, static_cast<std::uint32_t>(index));
    return found == m_shown.rows.end() ? -1 : static_cast<int>(found - m_shown.rows.begin());
}

QString AttributeTable::uidAt(int row) const {
    return row >= 0 && row < rowCount()
               ? QString::fromStdString(m_query.snapshot->uid(m_shown.rows[static_cast<std::size_t>(row)]))
               : QString();
}

void AttributeTable::copySelection() {
    if (!m_session || !m_query.snapshot) {
        return;
    }
    RowList rows;
    for (const int row : selectedRows()) {
        rows.push_back(m_shown.rows[static_cast<std::size_t>(row)]);
    }
    if (rows.empty()) {
        rows = m_shown.rows;
    }
    m_session->think(
        this,
        [query = m_query, columns = m_shown.columns, rows] { return tabSeparated(query, columns, rows); },
        [this, count = static_cast<int>(rows.size())](const QString& text) {
            QGuiApplication::clipboard()->setText(text);
            Q_EMIT copied(count);
        });
}

void AttributeTable::exportXlsx(const QString& pathOrUrl) {
    if (!m_session || !m_query.snapshot) {
        return;
    }
    const auto path = localPath(pathOrUrl);
    m_session->think(
        this,
        [path,
         query = m_query,
         shown = m_shown,
         title = layerTitle(*m_session, m_layer),
         stamp = m_session->stamp()] {
            return writeXlsx(path.toStdString(), query, shown.columns, shown.rows, title, stamp);
        },
        [this, path](const Result<std::int64_t>& cut) {
            if (!cut) {
                Q_EMIT failed(errorText(cut.error(), QFileInfo(path).fileName()));
                return;
            }
            if (*cut > 0) {
                Q_EMIT failed(tr("%n text(s) were longer than Excel allows and were cut.",
                                 nullptr,
                                 static_cast<int>(*cut)));
            }
            Q_EMIT exported(path);
        });
}

} // namespace tuban
