#pragma once

#include "app/controllers/selected_rows.h"
#include "app/session/snapshot_store.h"
#include "app/session/values.h"
#include "geo/plan/catalogue.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace tuban {

/// The rows of a snapshot as positions in it.
using RowList = std::vector<std::uint32_t>;

/// What an attribute table is asked to show. A value that may go to another thread.
struct TableQuery {
    std::shared_ptr<const Catalogue> catalogue;
    const Layer* layer = nullptr; ///< of `catalogue`
    SnapshotStore::SnapshotPointer snapshot;
    bool hideEmptyColumns = true;
    QString sortColumn; ///< empty: the order of the plan
    bool descending = false;
    QList<FilterItem> filters;
    QString filterText; ///< expression over the columns, may be empty
    QString groupBy;
    bool selectedOnly = false;
    SelectedRows selected; ///< of the layer
};

/// What it shows then.
struct TableResult {
    std::vector<const Column*> columns; ///< of the query's catalogue
    RowList rows;
    QStringList totals; ///< one a column
    QList<GroupItem> groups;
    QString problem; ///< why a filter was left out, empty otherwise
};

/// Any thread; a layer of 100,000 features takes a few tenths of a second at most.
[[nodiscard]] TableResult runQuery(const TableQuery& query);

/// True for columns that can be summed up: lengths, areas, money, counts, but no ratios, heights or years.
[[nodiscard]] bool isSummable(const Column& column);

} // namespace tuban
