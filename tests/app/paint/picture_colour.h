#pragma once

#include <QImage>

#include <array>

namespace tuban::test {

/// Red, green and blue as sRGB levels of 0 to 255.
using Channels = std::array<double, 3>;

/// Mean of the levels over a part of a picture.
[[nodiscard]] Channels meanOf(const QImage& image, const QRect& block);

/// CIE 1976 colour difference (ΔE*ab, D65) of two sRGB colours.
[[nodiscard]] double deltaE(const Channels& a, const Channels& b);

} // namespace tuban::test
