#pragma once

#include "geo/plan/catalogue.h"

#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// A style that QGIS finds in the table `layer_styles` of a plan.
struct StoredStyle {
    std::string table;
    std::string description;
    std::string qml;
};

/// Styles of every layer and companion table. QGIS's OGR provider looks for an empty schema, its SpatiaLite
/// provider for NULL: each style is stored in two rows, one of each.
/// \param language of aliases and labels, "zh" or "en"
[[nodiscard]] std::vector<StoredStyle> layerStyles(const Catalogue& catalogue, std::string_view language);

} // namespace tuban
