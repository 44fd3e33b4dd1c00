#pragma once

#include "geo/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tuban {

/// A colour of the screen: sRGB with straight (not premultiplied) alpha, 0..255 each.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;
    friend bool operator==(const Colour&, const Colour&) = default;

    [[nodiscard]] constexpr Colour withAlpha(double share) const {
        return {red, green, blue, static_cast<std::uint8_t>(share * 255.0 + 0.5)};
    }
};

/// From "#RRGGBB". \return Error::Usage naming the text
[[nodiscard]] Result<Colour> colourFromHex(std::string_view hex);
/// "#rrggbb"; alpha is left out.
[[nodiscard]] std::string toHex(Colour colour);

/// `share` of `over` painted on `under` (0..1), opaque; channels are mixed as a painter does, in sRGB.
[[nodiscard]] Colour mixed(Colour over, Colour under, double share);

/// Lightness 0..1, chroma (0..about 0.37) and hue in degrees of OKLCH (B. Ottosson, "A perceptual color space
/// for image processing"), in which equal steps look equal.
struct Lch {
    double lightness = 0;
    double chroma = 0;
    double hueDegrees = 0;
};
[[nodiscard]] Lch toLch(Colour colour);
/// Channels that leave sRGB are cut to its edge.
[[nodiscard]] Colour fromLch(Lch lch);

/// The same hue with lightness and chroma multiplied.
[[nodiscard]] Colour scaled(Colour colour, double lightnessFactor, double chromaFactor);

} // namespace tuban
