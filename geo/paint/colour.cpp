#include "geo/paint/colour.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>
#include <numbers>

namespace tuban {

namespace {

double linearFromSrgb(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::uint8_t srgbFromLinear(double linear) {
    const double cut = std::clamp(linear, 0.0, 1.0);
    const double value = cut <= 0.0031308 ? cut * 12.92 : 1.055 * std::pow(cut, 1.0 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(value * 255.0));
}

} // namespace

Result<Colour> colourFromHex(std::string_view hex) {
    std::uint32_t value = 0;
    const char* end = hex.data() + hex.size();
    if (hex.size() != 7 || hex.front() != '#' || std::from_chars(hex.data() + 1, end, value, 16).ptr != end) {
        return failure(ErrorCode::Usage, std::format("\"{}\" is no colour; write #RRGGBB.", hex));
    }
    return Colour{static_cast<std::uint8_t>(value >> 16U),
                  static_cast<std::uint8_t>((value >> 8U) & 0xffU),
                  static_cast<std::uint8_t>(value & 0xffU)};
}

std::string toHex(Colour colour) {
    return std::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

Colour mixed(Colour over, Colour under, double share) {
    const auto channel = [share](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a * share + b * (1 - share)));
    };
    return {channel(over.red, under.red), channel(over.green, under.green), channel(over.blue, under.blue)};
}

Lch toLch(Colour colour) {
    const double red = linearFromSrgb(colour.red);
    const double green = linearFromSrgb(colour.green);
    const double blue = linearFromSrgb(colour.blue);
    const double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    const double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
    const double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    const double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    return {lightness, std::hypot(a, b), std::atan2(b, a) * 180.0 / std::numbers::pi};
}

Colour fromLch(Lch lch) {
    const double hue = lch.hueDegrees * std::numbers::pi / 180.0;
    const double a = lch.chroma * std::cos(hue);
    const double b = lch.chroma * std::sin(hue);
    const double l = std::pow(lch.lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(lch.lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(lch.lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    return {srgbFromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            srgbFromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            srgbFromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)};
}

Colour scaled(Colour colour, double lightnessFactor, double chromaFactor) {
    Lch lch = toLch(colour);
    lch.lightness *= lightnessFactor;
    lch.chroma *= chromaFactor;
    Colour result = fromLch(lch);
    result.alpha = colour.alpha;
    return result;
}

} // namespace tuban
