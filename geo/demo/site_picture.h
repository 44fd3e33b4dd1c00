#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tuban {

/// A drawn view of a building site, as a PNG of 320 by 240: the house grows with `percent`, weather and
/// colours follow from `seed`.
[[nodiscard]] std::vector<std::byte> drawSite(double percent, std::uint64_t seed);

} // namespace tuban
