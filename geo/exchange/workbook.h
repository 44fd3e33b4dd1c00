#pragma once

#include "geo/exchange/sheet_table.h"
#include "geo/gdal/handles.h"

#include <string>
#include <vector>

namespace tuban {

/// Names of the sheets of a workbook in which anything stands, in order.
[[nodiscard]] std::vector<std::string> sheetsOf(const DatasetPointer& workbook);

/// What stands on a sheet, all of it as text. Days are written 2024/08/21.
/// \param file of the workbook; where it is .xlsx, merged cells are read from it
/// \return Error::Unreadable for an unknown sheet and beyond 100,000 rows
[[nodiscard]] Result<Sheet>
readSheet(const DatasetPointer& workbook, const std::string& file, const std::string& name);

/// A table as a layer in memory with text fields; the FID of a feature is its row on the sheet. Where the
/// table has columns for longitude and latitude (经度, 纬度, lon, lat …) its rows are points in EPSG:4490.
[[nodiscard]] Result<DatasetPointer> datasetOf(const SheetTable& table, const std::string& name);

} // namespace tuban
