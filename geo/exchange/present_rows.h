#pragma once

#include "geo/exchange/row_match.h"

#include <vector>

namespace tuban {

/// The rows the layer holds, with the columns the file has something to say about and the shapes of the
/// companion table it brings.
[[nodiscard]] Result<std::vector<PresentRow>> readPresentRows(const Plan& plan, const Incoming& incoming);

} // namespace tuban
