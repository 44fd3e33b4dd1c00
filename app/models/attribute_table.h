#pragma once

#include "app/controllers/selection.h"
#include "app/models/table_query.h"
#include "app/session/session.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// The attribute table of one layer over its snapshot: sort, filter, group, sums, selection both ways with
/// the map. GUI thread.
class AttributeTable : public QAbstractTableModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString layer READ layer WRITE setLayer NOTIFY layerChanged)
    Q_PROPERTY(tuban::Selection* selection READ selection WRITE setSelection NOTIFY selectionChanged)
    Q_PROPERTY(QList<tuban::ColumnItem> columns READ columns NOTIFY columnsChanged)
    Q_PROPERTY(int rowCount READ rowTotal NOTIFY rowsChanged)
    /// Features of the layer, before any filter.
    Q_PROPERTY(int featureCount READ featureCount NOTIFY rowsChanged)
    Q_PROPERTY(QString sortColumn READ sortColumn NOTIFY sortChanged)
    Q_PROPERTY(bool sortDescending READ sortDescending NOTIFY sortChanged)
    Q_PROPERTY(QList<tuban::FilterItem> filters READ filters NOTIFY filtersChanged)
    Q_PROPERTY(QString filterText READ filterText NOTIFY filtersChanged)
    Q_PROPERTY(QString groupBy READ groupBy WRITE setGroupBy NOTIFY groupByChanged)
    Q_PROPERTY(QList<tuban::GroupItem> groupRows READ groupRows NOTIFY groupRowsChanged)
    /// One text a column: sums of numbers, a count in the first.
    Q_PROPERTY(QStringList totals READ totals NOTIFY totalsChanged)
    Q_PROPERTY(bool selectedOnly READ selectedOnly WRITE setSelectedOnly NOTIFY selectedOnlyChanged)
    /// Columns without any value are left out.
    Q_PROPERTY(
        bool hideEmptyColumns READ hideEmptyColumns WRITE setHideEmptyColumns NOTIFY hideEmptyColumnsChanged)
    Q_PROPERTY(QList<int> selectedRows READ selectedRows NOTIFY selectedRowsChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    /// Why the filter cannot be used; empty when it can.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    enum Role {
        AlignRightRole = Qt::UserRole + 1,
        SelectedRole,
    };
    explicit AttributeTable(QObject* parent = nullptr);
    ~AttributeTable() override;

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] QString layer() const { return m_layer; }
    void setLayer(const QString& layer);
    [[nodiscard]] Selection* selection() const { return m_selection; }
    void setSelection(Selection* selection);
    [[nodiscard]] QList<ColumnItem> columns() const;
    [[nodiscard]] int rowTotal() const { return rowCount({}); }
    [[nodiscard]] int featureCount() const;
    [[nodiscard]] QString sortColumn() const { return m_wish.sortColumn; }
    [[nodiscard]] bool sortDescending() const { return m_wish.descending; }
    [[nodiscard]] QList<FilterItem> filters() const { return m_wish.filters; }
    [[nodiscard]] QString filterText() const { return m_wish.filterText; }
    [[nodiscard]] QString groupBy() const { return m_wish.groupBy; }
    void setGroupBy(const QString& column);
    [[nodiscard]] QList<GroupItem> groupRows() const { return m_shown.groups; }
    [[nodiscard]] QStringList totals() const { return m_shown.totals; }
    [[nodiscard]] bool selectedOnly() const { return m_wish.selectedOnly; }
    void setSelectedOnly(bool only);
    [[nodiscard]] bool hideEmptyColumns() const { return m_wish.hideEmptyColumns; }
    void setHideEmptyColumns(bool hide);
    [[nodiscard]] QList<int> selectedRows() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_shown.problem; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Sorts by a column; the same column again turns the order round.
    Q_INVOKABLE void sortBy(const QString& column);
    /// \param op one of = != < <= > >= contains empty filled
    Q_INVOKABLE void addFilter(const QString& column, const QString& op, const QString& text);
    /// A condition typed by the user, in the grammar of geo/plan/expression.h; empty takes it away.
    Q_INVOKABLE void setFilterText(const QString& expression);
    Q_INVOKABLE void removeFilter(int index);
    Q_INVOKABLE void clearFilters();
    /// \param mode "set", "add", "remove" or "toggle"
    Q_INVOKABLE void selectRow(int row, const QString& mode);
    Q_INVOKABLE void selectRange(int first, int last);
    Q_INVOKABLE void selectAllRows();
    Q_INVOKABLE int rowOf(const QString& uid) const;
    Q_INVOKABLE QString uidAt(int row) const;
    /// Copies the selected rows, all when none is, with headings, as tab separated text.
    Q_INVOKABLE void copySelection();
    Q_INVOKABLE void exportXlsx(const QString& pathOrUrl);

Q_SIGNALS:
    void sessionChanged();
    void layerChanged();
    void selectionChanged();
    void columnsChanged();
    void rowsChanged();
    void sortChanged();
    void filtersChanged();
    void groupByChanged();
    void groupRowsChanged();
    void totalsChanged();
    void selectedOnlyChanged();
    void hideEmptyColumnsChanged();
    void selectedRowsChanged();
    void busyChanged();
    void problemChanged();
    void copied(int rows);
    void exported(const QString& path);
    void failed(const QString& sentence);

private:
    void requery();
    void show(const TableQuery& query, TableResult result);
    void setBusy(bool busy);
    void followSelection();
    /// Says columns and filters in the language of the program.
    void retitle();
    QPointer<Session> m_session;
    QString m_layer;
    QPointer<Selection> m_selection;
    TableQuery m_wish;  ///< what is asked for; without snapshot
    TableQuery m_query; ///< what is shown
    TableResult m_shown;
    bool m_busy = false;
    int m_run = 0; ///< answers of earlier runs are dropped
};

} // namespace tuban
