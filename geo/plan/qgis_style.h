#pragma once

#include "geo/plan/catalogue.h"

#include <string>
#include <string_view>

namespace tuban {

/// The style of a layer as QGIS stores it (QML): titles of the columns as aliases, value maps so that cells
/// show 在建 and not `building`, and a renderer: land use in the colours of its standard, stages in one hue
/// from light to dark, or the layer's own colour.
/// \param language "zh" or "en"
[[nodiscard]] std::string
qgisStyle(const Layer& layer, const Catalogue& catalogue, std::string_view language);

/// The style of a companion table of a layer: the layer's own colour.
[[nodiscard]] std::string
qgisStyle(const Layer& layer, const Layer::Companion& companion, std::string_view language);

} // namespace tuban
