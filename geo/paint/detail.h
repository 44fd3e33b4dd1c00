#pragma once

#include "geo/paint/display.h"

#include <cstdint>
#include <vector>

namespace tuban {

/// Below this size on the picture a feature has no shape: it is spread over the pixels it covers.
inline constexpr double splatBelowPx = 3;

/// What of a layer is drawn in a window of the world, in order of drawing.
struct Detail {
    std::vector<std::uint32_t> splats; ///< areas smaller than splatBelowPx
    std::vector<std::uint32_t> paths;  ///< everything else
};
/// \param pixelsPerWorld device pixels
[[nodiscard]] Detail detailFor(const DisplayLayer& layer, const Box& worldWindow, double pixelsPerWorld);

/// Factor for outlines and signs: 1 at 2 m a pixel, down to 0.5 from far and up to 1.6 up close.
[[nodiscard]] double widthFactor(double metresPerPixel);
/// Factor for lines: 1 at 2 m a pixel, down to 0.2 from far and up to 1.8 up close.
[[nodiscard]] double lineWidthFactor(double metresPerPixel);

} // namespace tuban
