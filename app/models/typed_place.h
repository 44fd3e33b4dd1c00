#pragma once

#include "geo/shape/geometry.h"

#include <QString>

#include <optional>

namespace tuban {

/// A place that a person typed: two numbers in degrees in either order, or a plan's north and east in either
/// order, with or without the number of the zone and with marks like X, Y, N, E, 北, 东.
struct TypedPlace {
    bool degrees = false; ///< else plan metres
    Point at;             ///< longitude and latitude, or east and north
};
/// \param zone number of the zone that eastings of the plan are written without; 0 for none
/// \return nullopt when the text is no place in China
[[nodiscard]] std::optional<TypedPlace> typedPlace(const QString& text, int zone);

/// Number of the 3-degree zone of a system that writes eastings without it; 0 for others.
[[nodiscard]] int zoneWithoutPrefix(int epsg);

} // namespace tuban
