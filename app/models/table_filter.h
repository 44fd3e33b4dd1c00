#pragma once

#include "app/models/table_query.h"

#include <QString>

namespace tuban {

/// Rows that pass all filters of the query, in the order of the snapshot. A filter that cannot be understood
/// is left out and said in `problem`. Any thread.
[[nodiscard]] RowList filteredRows(const TableQuery& query, QString& problem);

/// How a filter reads on its chip: "用地面积 ≥ 5,000".
[[nodiscard]] QString filterLabel(const Column& column, const QString& op, const QString& text);

} // namespace tuban
