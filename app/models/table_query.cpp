#include "app/models/table_query.h"

#include "app/models/table_filter.h"
#include "app/models/table_sort.h"
#include "app/models/table_sums.h"

#include <algorithm>

namespace tuban {

namespace {

bool isShown(const Column& column, const TableQuery& query) {
    if (column.role != ColumnRole::Plain && column.role != ColumnRole::Computed) {
        return false;
    }
    const int at = query.snapshot->columnIndex(column.name);
    if (at < 0) {
        return false;
    }
    return !query.hideEmptyColumns || !query.snapshot->cells(at).allNull();
}

} // namespace

TableResult runQuery(const TableQuery& query) {
    TableResult result;
    for (const auto& column : query.layer->columns) {
        if (isShown(column, query)) {
            result.columns.push_back(&column);
        }
    }
    result.rows = filteredRows(query, result.problem);
    sortRows(result.rows, query);
    result.totals = totalsOf(query, result.columns, result.rows);
    result.groups = groupsOf(query, result.columns, result.rows);
    return result;
}

} // namespace tuban
