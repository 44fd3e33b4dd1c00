#pragma once

#include "geo/base/result.h"
#include "geo/plan/database.h"
#include "geo/shape/geometry.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tuban {

/// A row's box as an R-tree holds it: single precision, rounded outwards as SQLite does.
struct IndexedBox {
    std::int64_t id = 0;
    float minX = 0, maxX = 0, minY = 0, maxY = 0;
};
[[nodiscard]] IndexedBox indexedBox(std::int64_t id, const Box& box);

/// Fills the empty R-tree `index` (a table `idx_…`) at once: boxes in Hilbert order, full nodes. Ten times
/// cheaper than entering them one by one, and smaller; the format is that of "The SQLite R*Tree Module",
/// section 5. Inside the caller's transaction. \pre the plan is being built (beginBuilding)
[[nodiscard]] Result<void>
packRtree(const Database& database, const std::string& index, std::vector<IndexedBox> boxes);

} // namespace tuban
