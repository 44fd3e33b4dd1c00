#pragma once

#include "app/models/table_query.h"

namespace tuban {

/// Sorts rows by the query's column, keeping the order of equal ones: numbers by size, codes in the order of
/// their domain, text as people sort it (Chinese by pinyin, "地块 9" before "地块 10"). Rows without a value
/// come last. Any thread.
void sortRows(RowList& rows, const TableQuery& query);

} // namespace tuban
