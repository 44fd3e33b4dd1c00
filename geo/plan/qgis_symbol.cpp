#include "geo/plan/qgis_symbol.h"

#include <charconv>
#include <cmath>
#include <format>

namespace tuban {

namespace {

constexpr SymbolColour white{255, 255, 255};
constexpr SymbolColour black{0, 0, 0};
constexpr int hollowAlpha = 40;
constexpr int filledAlpha = 217; // 85 % over paper

std::string rgba(SymbolColour colour, int alpha) {
    return std::format("{},{},{},{}", colour.red, colour.green, colour.blue, alpha);
}

std::string option(std::string_view name, std::string_view value) {
    return std::format(R"(<Option name="{}" value="{}" type="QString"/>)", name, value);
}

std::string symbol(std::string_view name,
                   std::string_view type,
                   std::string_view layerClass,
                   const std::string& options) {
    return std::format(
        R"(<symbol type="{}" name="{}"><layer class="{}"><Option type="Map">{}</Option></layer></symbol>)",
        type,
        name,
        layerClass,
        options);
}

int hexPair(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return value;
}

} // namespace

SymbolColour symbolColour(std::string_view hex) {
    if (hex.size() != 7 || hex.front() != '#') {
        return {};
    }
    return {hexPair(hex.substr(1, 2)), hexPair(hex.substr(3, 2)), hexPair(hex.substr(5, 2))};
}

SymbolColour mixed(SymbolColour colour, SymbolColour other, double share) {
    const auto channel = [&](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return {
        channel(colour.red, other.red), channel(colour.green, other.green), channel(colour.blue, other.blue)};
}

SymbolColour stepColour(SymbolColour hue, std::size_t step, std::size_t steps) {
    const double share = steps < 2 ? 1 : static_cast<double>(step) / static_cast<double>(steps - 1);
    return share < 0.7 ? mixed(hue, white, 0.65 * (1 - share / 0.7)) : mixed(hue, black, share - 0.7);
}

std::string qgisSymbol(std::string_view name, ShapeKind kind, SymbolColour colour, bool hollow) {
    const std::string outline = rgba(mixed(colour, black, 0.28), 255);
    switch (kind) {
    case ShapeKind::Point:
        return symbol(name,
                      "marker",
                      "SimpleMarker",
                      option("name", "circle") + option("color", rgba(colour, 255)) +
                          option("outline_color", outline) + option("size", "2.8"));
    case ShapeKind::Line:
        return symbol(name,
                      "line",
                      "SimpleLine",
                      option("line_color", rgba(colour, 255)) + option("line_width", "0.7") +
                          option("capstyle", "round") + option("joinstyle", "round"));
    case ShapeKind::Area:
        break;
    }
    return symbol(name,
                  "fill",
                  "SimpleFill",
                  option("color", rgba(colour, hollow ? hollowAlpha : filledAlpha)) +
                      option("outline_color", hollow ? rgba(colour, 255) : outline) +
                      option("outline_width", hollow ? "0.5" : "0.18"));
}

std::string xmlEscaped(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&apos;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

} // namespace tuban
