#pragma once

#include <string>
#include <vector>

namespace tuban::test {

/// A sheet as Excel would keep it: numbers as numbers, everything else as inline text.
struct WrittenSheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> merged; ///< "A1:C1"
};

/// Writes a workbook (.xlsx) with these sheets.
void writeWorkbook(const std::string& path, const std::vector<WrittenSheet>& sheets);

} // namespace tuban::test
