#pragma once

#include "geo/base/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// Cells that a planner made one; rows and columns from 0, both ends inclusive.
struct MergedCells {
    std::size_t firstRow = 0, firstColumn = 0, lastRow = 0, lastColumn = 0;
};

/// What stands on one sheet of a workbook, as text. Rows may have different lengths.
struct Sheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;
    std::vector<MergedCells> merged; ///< empty where the format does not say
};

/// The table that a sheet holds below its title.
struct SheetTable {
    std::vector<std::string> fields; ///< different from each other
    struct Row {
        std::int64_t number = 0; ///< of the row on the sheet, from 1
        std::vector<std::string> cells;
    };
    std::vector<Row> rows;
    std::vector<std::string> remarks; ///< sentences about what was left out or filled in
};

/// Headings of columns that place a row in degrees: 经度, lon … and 纬度, lat ….
[[nodiscard]] bool isLongitude(std::string_view heading);
[[nodiscard]] bool isLatitude(std::string_view heading);

/// How many of these headings mean something to the reader of the table.
using HeadingScore = std::function<std::size_t(std::span<const std::string> headings)>;

/// Finds the heading (one row, or two where a heading spans several) and the rows below it. Cells merged over
/// rows are filled into each of them; sums, headings of groups, repeated headings and notes are left out and
/// told. A unit of the whole sheet ("单位：亿元") or of a spanning heading is put to the headings that have
/// none and mean the same with it.
/// \param headingRow from 1; 0: the row among the first thirty that `score` likes best
/// \return Error::Unreadable when no row is a heading, Error::Usage when `headingRow` is empty or absent
[[nodiscard]] Result<SheetTable>
tableOf(const Sheet& sheet, std::size_t headingRow, const HeadingScore& score);

} // namespace tuban
