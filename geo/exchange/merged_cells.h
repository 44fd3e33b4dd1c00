#pragma once

#include "geo/exchange/sheet_table.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// "B3:D7" → rows 2–6, columns 1–3. nullopt for anything else.
[[nodiscard]] std::optional<MergedCells> mergedCellsOf(std::string_view reference);

/// The cells of a sheet that are merged, as an .xlsx (ECMA-376, SpreadsheetML) says; none for other formats
/// and where the file does not say. \param file as GDAL names it
[[nodiscard]] std::vector<MergedCells> mergedCells(const std::string& file, const std::string& sheet);

} // namespace tuban
