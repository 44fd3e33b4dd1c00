#pragma once

#include "geo/demo/demo.h"

#include <string>

namespace tuban {

/// Where the inbox of a plan stands: a folder beside it, "demo 收件箱" for demo.sqlite.
[[nodiscard]] std::string inboxOf(const std::string& plan);

/// Fills the empty folder `folder` with what comes in during the week of the illustrative district, whose plan
/// is at `plan` and was made with the same options: version 2 of the parcels from the survey institute (a
/// zipped shapefile in GBK without .cpg, 14 parcels in other shapes), the ledger of hoardings as a workbook
/// that has moved on, and a colleague's copy of the plan with marks and edits of her own.
[[nodiscard]] Result<void>
fillInbox(const std::string& folder, const std::string& plan, const DemoOptions& options);

} // namespace tuban
