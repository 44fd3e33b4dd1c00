#include "geo/plan/layer_styles.h"

#include "geo/plan/qgis_style.h"

namespace tuban {

std::vector<StoredStyle> layerStyles(const Catalogue& catalogue, std::string_view language) {
    std::vector<StoredStyle> styles;
    for (const Layer& layer : catalogue.layers()) {
        styles.push_back({.table = layer.name,
                          .description = layer.title.in(language),
                          .qml = qgisStyle(layer, catalogue, language)});
        for (const Layer::Companion& companion : layer.companions) {
            styles.push_back({.table = companion.table,
                              .description = companion.title.in(language),
                              .qml = qgisStyle(layer, companion, language)});
        }
    }
    return styles;
}

} // namespace tuban
