#pragma once

#include "geo/report/report.h"

#include <string>

namespace tuban {

/// Prints a report as PDF on A4 across: title, lists with their headings again on each page, stamp and page
/// numbers. Needs no display, and no other
/// application object beside it. \return Error::Unwritable, which does not name the file
[[nodiscard]] Result<void> printReport(const Report& report, const std::string& path);

} // namespace tuban
