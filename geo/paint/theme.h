#pragma once

#include "geo/paint/colour.h"

#include <cstdint>

namespace tuban {

enum class Theme : std::uint8_t { Light, Dark };

/// The colours of a map sheet that do not depend on its layers.
struct Palette {
    Colour paper;     ///< ground of the map
    Colour surface;   ///< title block, legend
    Colour line;      ///< frames
    Colour ink;       ///< text
    Colour secondary; ///< units, notes
    Colour accent;    ///< selection
    Colour good, warn, bad, overdue;
};
[[nodiscard]] Palette paletteOf(Theme theme);

} // namespace tuban
