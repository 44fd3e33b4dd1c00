#pragma once

#include "geo/base/result.h"
#include "geo/base/value.h"

#include <string>
#include <utility>
#include <vector>

namespace tuban {

/// Packs files into a new zip. \param members path on disk and name in the zip, any language
/// \return Error::Unreadable, Unwritable
[[nodiscard]] Result<void> zipFiles(const std::string& zip,
                                    const std::vector<std::pair<std::string, std::string>>& members);

/// One sheet as it is written: a row of headings, then rows of numbers and texts, each as long as it.
struct LedgerSheet {
    std::string name;
    std::vector<std::string> headings;
    std::vector<std::vector<Value>> rows;
};
/// Writes a new workbook (.xlsx) with one sheet. \return Error::Unwritable
[[nodiscard]] Result<void> writeWorkbook(const std::string& path, const LedgerSheet& sheet);

} // namespace tuban
