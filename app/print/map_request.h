#pragma once

#include "geo/base/result.h"
#include "geo/paint/view.h"

#include <QSizeF>

#include <optional>
#include <string>
#include <string_view>

namespace tuban {

/// A paper size. Lengths in millimetres.
struct Paper {
    double widthMm = 0;
    double heightMm = 0;
};

/// Logical pixels: 96 to the inch.
inline constexpr double pixelsPerMm = 96 / 25.4;

/// "1600x1000" as pixels. \return Error::Usage
[[nodiscard]] Result<QSizeF> sizeFromText(std::string_view text);
/// "A4", "A3", "A4-portrait", "A3-portrait"; landscape unless it says portrait. \return Error::Usage
[[nodiscard]] Result<Paper> paperFromText(std::string_view text);
/// "1:10000" as 10000. \return Error::Usage
[[nodiscard]] Result<double> scaleFromText(std::string_view text);
/// "W,S,E,N" in degrees as a box of the world. \return Error::Usage
[[nodiscard]] Result<Box> worldBoxFromText(std::string_view text);

/// The whole box in the middle of a map of this size, with a little air around it.
[[nodiscard]] View fittedView(const Box& world, QSizeF sizePx);
/// A map at a scale of its paper: `denominator` metres of ground to one metre, true in the middle of the map.
[[nodiscard]] View scaledView(Point centreWorld, double denominator, QSizeF sizePx);
/// The scale that a view has on paper.
[[nodiscard]] double denominatorOf(const View& view);
/// The next scale in use on maps (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 × 10^n) that shows at least as much ground.
[[nodiscard]] double roundDenominator(double denominator);

} // namespace tuban
