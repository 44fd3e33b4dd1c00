#pragma once

#include "geo/plan/catalogue.h"

#include <string>
#include <string_view>

namespace tuban {

/// A colour of a QGIS symbol, 0..255 each.
struct SymbolColour {
    int red = 200;
    int green = 200;
    int blue = 200;
};

/// From "#RRGGBB"; grey when the text is none.
[[nodiscard]] SymbolColour symbolColour(std::string_view hex);
/// `share` (0..1) of `other` mixed in.
[[nodiscard]] SymbolColour mixed(SymbolColour colour, SymbolColour other, double share);
/// The colour of step `step` of `steps` from light to dark in one hue.
[[nodiscard]] SymbolColour stepColour(SymbolColour hue, std::size_t step, std::size_t steps);

/// <symbol> of QML for a kind of shape; `hollow` areas show their outline and a breath of the colour.
[[nodiscard]] std::string
qgisSymbol(std::string_view name, ShapeKind kind, SymbolColour colour, bool hollow = false);

/// Text for an XML attribute.
[[nodiscard]] std::string xmlEscaped(std::string_view text);

} // namespace tuban
