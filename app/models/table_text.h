#pragma once

#include "app/models/table_query.h"
#include "geo/base/result.h"

#include <QString>

#include <cstdint>
#include <string>

namespace tuban {

/// Rows with headings as tab separated text; tabs and line ends inside cells become blanks. Any thread.
[[nodiscard]] QString
tabSeparated(const TableQuery& query, const std::vector<const Column*>& columns, const RowList& rows);

/// Writes rows with headings as an Excel workbook: numbers and days as such, codes as their labels, the uid
/// last. Written beside and renamed. Any thread.
/// \param sheetTitle name of the sheet; `stamp` goes to its page header, may be empty
/// \return the number of texts that were cut at Excel's 32,767 characters; Error::Unwritable naming the file
[[nodiscard]] Result<std::int64_t> writeXlsx(const std::string& path,
                                             const TableQuery& query,
                                             const std::vector<const Column*>& columns,
                                             const RowList& rows,
                                             const QString& sheetTitle,
                                             const QString& stamp);

} // namespace tuban
