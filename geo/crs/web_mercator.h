#pragma once

#include <numbers>

namespace tuban {

/// Width in metres of the Web Mercator world (EPSG:3857) on the equator.
constexpr double equatorM = 2 * std::numbers::pi * 6378137.0;

} // namespace tuban
