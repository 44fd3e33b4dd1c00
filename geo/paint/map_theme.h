#pragma once

#include "geo/base/result.h"
#include "geo/base/text.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// A map for one question: which layers are seen, in what order, by which rule and how strong.
struct MapTheme {
    struct Entry {
        std::string layer;
        std::string style; ///< name of a StyleRule; the layer's usual one when empty
        double opacity = 1;
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    std::string name; ///< "land_use"; of the user's own: its title
    LocalText title;
    bool isBuiltIn = false;
    std::vector<Entry> layers; ///< topmost first; the others are hidden
};

/// The themes of data/catalogue/themes.json, in their order.
[[nodiscard]] const std::vector<MapTheme>& builtInThemes();

/// Themes as JSON text and back. \return Error::Corrupt for a text that holds none
[[nodiscard]] std::string themesToJson(std::span<const MapTheme> themes);
[[nodiscard]] Result<std::vector<MapTheme>> themesFromJson(std::string_view json);

/// The theme of a name or a title in either language; the case of Latin letters does not count.
/// \return Error::Usage that lists those there are
[[nodiscard]] Result<MapTheme> themeNamed(std::span<const MapTheme> themes, std::string_view name);

} // namespace tuban
