#pragma once

#include "app/models/table_query.h"

namespace tuban {

/// One text a column: the number of rows in the first, sums where a column can be summed up. Any thread.
[[nodiscard]] QStringList
totalsOf(const TableQuery& query, const std::vector<const Column*>& columns, const RowList& rows);

/// Rows that share what the query groups by, with count and sums, most rows first. Any thread.
[[nodiscard]] QList<GroupItem>
groupsOf(const TableQuery& query, const std::vector<const Column*>& columns, const RowList& rows);

} // namespace tuban
