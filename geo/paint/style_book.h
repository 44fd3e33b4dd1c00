#pragma once

#include "geo/base/result.h"
#include "geo/paint/colour.h"
#include "geo/paint/style_rule.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// The shape of a light, so that it is told without its colour.
enum class LightShape : std::uint8_t { None, Ring, Disc, Triangle, Square, Diamond, Check, Bars };

/// A light as maps and legends show it.
struct LightSign {
    std::string code; ///< "late"
    LocalText label;
    LightShape shape = LightShape::None;
};

/// What data/catalogue/styles.json says: the ways to draw each layer, and the colours they take.
struct StyleBook {
    std::map<std::string, std::vector<StyleRule>, std::less<>> rules; ///< by layer
    std::vector<LightSign> lights;                                    ///< worst first
    std::map<std::string, std::vector<Colour>, std::less<>> ramps;    ///< from little to much
    std::map<std::string, std::vector<Colour>, std::less<>> categories;
    std::map<std::string, Colour, std::less<>> safeLandUse; ///< by "scheme:code", for it and what is below

    /// \return Error::Corrupt naming the entry (a fault of the build)
    [[nodiscard]] static Result<StyleBook> load();
};

/// The book that is built in: read once, never changed. Thread rule: any thread.
[[nodiscard]] const StyleBook& styleBook();

} // namespace tuban
