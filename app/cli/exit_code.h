#pragma once

#include "geo/base/result.h"

namespace tuban {

inline constexpr int exitDone = 0;
inline constexpr int exitFindings = 1;
inline constexpr int exitUsage = 2;
inline constexpr int exitUnusable = 3;
inline constexpr int exitBusy = 4;
inline constexpr int exitCancelled = 130;

[[nodiscard]] int exitCodeOf(ErrorCode code);

} // namespace tuban
