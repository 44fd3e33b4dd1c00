#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"

#include <cstdint>
#include <string>

namespace tuban {

struct DemoOptions {
    int parcels = 6'000;
    std::uint64_t seed = 1;
    bool inbox = false; ///< with a folder beside the plan of what comes in during its week (inboxOf)
};

/// Makes an illustrative district as a new plan at `path`: parcels in blocks, zones, roads, parking, parks,
/// projects and some marks, the same for the same options. Its clock stands at 2024-08-21 and it carries a
/// stamp that its progress is invented.
[[nodiscard]] Result<void>
makeDemo(const std::string& path, const DemoOptions& options, const Progress& progress = {});

} // namespace tuban
