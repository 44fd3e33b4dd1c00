#pragma once

#include "geo/paint/colour.h"
#include "geo/paint/theme.h"
#include "geo/plan/catalogue.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace tuban {

/// Which colours a map takes.
enum class ColourSet : std::uint8_t {
    Standard, ///< land use as the standards say
    Safe,     ///< told apart with any colour vision: Okabe and Ito's colours, viridis
    Grey,     ///< for print without colour
};
/// "standard", "safe", "grey"
[[nodiscard]] std::optional<ColourSet> colourSetOf(std::string_view word);
[[nodiscard]] std::string_view codeOf(ColourSet colours);

/// Colour of a land use before it is laid over paper. Safe: that of its group, a little lighter or darker by
/// its last digit; Grey: as light as that.
[[nodiscard]] Colour landUseColour(const LandUse& use, ColourSet colours);

/// Colour of the category at `index`; they repeat after the last.
[[nodiscard]] Colour categoryColour(std::size_t index, ColourSet colours);

/// Colour of a ramp at `share` 0..1 from little to much: towards the ink on either paper.
[[nodiscard]] Colour rampColour(std::string_view ramp, double share, ColourSet colours, Theme theme);

/// Colour of a light by its code; that of the unplanned for an unknown one.
[[nodiscard]] Colour lightColour(std::string_view code, ColourSet colours, Theme theme);

/// The same colour as a set without colour shows it; unchanged in the others.
[[nodiscard]] Colour inSet(Colour colour, ColourSet colours);

} // namespace tuban
