#include "app/models/attribute_table.h"

namespace tuban {

AttributeTable::AttributeTable(QObject* parent) : QAbstractTableModel(parent) {}
AttributeTable::~AttributeTable() = default;
void AttributeTable::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}
void AttributeTable::setLayer(const QString& layer) {
    if (m_layer != layer) {
        m_layer = layer;
        Q_EMIT layerChanged();
    }
}
void AttributeTable::setSelection(Selection* selection) {
    if (m_selection != selection) {
        m_selection = selection;
        Q_EMIT selectionChanged();
    }
}
QList<ColumnItem> AttributeTable::columns() const {
    return {};
}
int AttributeTable::featureCount() const {
    return 0;
}
QString AttributeTable::sortColumn() const {
    return {};
}
bool AttributeTable::sortDescending() const {
    return false;
}
QList<FilterItem> AttributeTable::filters() const {
    return {};
}
QString AttributeTable::filterText() const {
    return {};
}
QString AttributeTable::groupBy() const {
    return {};
}
void AttributeTable::setGroupBy(const QString& /*column*/) {}
QList<GroupItem> AttributeTable::groupRows() const {
    return {};
}
QStringList AttributeTable::totals() const {
    return {};
}
bool AttributeTable::selectedOnly() const {
    return false;
}
void AttributeTable::setSelectedOnly(bool /*only*/) {}
QList<int> AttributeTable::selectedRows() const {
    return {};
}
bool AttributeTable::busy() const {
    return false;
}
QString AttributeTable::problem() const {
    return {};
}
int AttributeTable::rowCount(const QModelIndex& /*parent*/) const {
    return 0;
}
int AttributeTable::columnCount(const QModelIndex& /*parent*/) const {
    return 0;
}
QVariant AttributeTable::data(const QModelIndex& /*index*/, int /*role*/) const {
    return {};
}
QVariant AttributeTable::headerData(int /*section*/, Qt::Orientation /*orientation*/, int /*role*/) const {
    return {};
}
QHash<int, QByteArray> AttributeTable::roleNames() const {
    return {{Qt::DisplayRole, "display"}, {AlignRightRole, "alignRight"}, {SelectedRole, "selected"}};
}
void AttributeTable::sortBy(const QString& /*column*/) {}
void AttributeTable::addFilter(const QString& /*column*/, const QString& /*op*/, const QString& /*text*/) {}
void AttributeTable::setFilterText(const QString& /*expression*/) {}
void AttributeTable::removeFilter(int /*index*/) {}
void AttributeTable::clearFilters() {}
void AttributeTable::selectRow(int /*row*/, const QString& /*mode*/) {}
void AttributeTable::selectRange(int /*first*/, int /*last*/) {}
void AttributeTable::selectAllRows() {}
int AttributeTable::rowOf(const QString& /*uid*/) const {
    return 0;
}
QString AttributeTable::uidAt(int /*row*/) const {
    return {};
}
void AttributeTable::copySelection() {}
void AttributeTable::exportXlsx(const QString& /*pathOrUrl*/) {}

} // namespace tuban
