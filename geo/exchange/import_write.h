#pragma once

#include "geo/exchange/row_match.h"

namespace tuban {

/// Writes new rows, and with `replace` the changed ones, as one act.
/// \return how many rows were written; Error::Busy, ReadOnly, Cancelled, Sql: then the plan is as it was
[[nodiscard]] Result<std::int64_t> writeRows(Plan& plan,
                                             const Incoming& incoming,
                                             const RowMatches& matches,
                                             bool replace,
                                             const ImportOptions& options,
                                             ImportReport& report,
                                             const Progress& progress);

} // namespace tuban
