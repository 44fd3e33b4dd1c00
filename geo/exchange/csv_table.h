#pragma once

#include "geo/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// A CSV file (RFC 4180) as text, the first row as heading.
struct CsvTable {
    std::vector<std::string> heading;
    std::vector<std::vector<std::string>> rows;
};

/// Reads a CSV in an encoding; a byte order mark is passed over.
/// \return Error::Unreadable when a quote is not closed or a row has another number of cells
[[nodiscard]] Result<CsvTable> readCsv(const std::string& path, std::string_view encoding);

} // namespace tuban
