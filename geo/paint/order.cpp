#include "geo/paint/order.h"

#include <algorithm>

namespace tuban {

namespace {

int rankOf(const Layer& layer) {
    switch (layer.geometry) {
    case ShapeKind::Area:
        return layer.style == "land_use" ? 0 : (layer.style == "plain" ? 2 : 1);
    case ShapeKind::Line:
        return 3;
    case ShapeKind::Point:
        return 4;
    }
    return 4;
}

} // namespace

std::vector<std::string> drawingOrder(const Catalogue& catalogue) {
    std::vector<const Layer*> layers;
    for (const Layer& layer : catalogue.layers()) {
        layers.push_back(&layer);
    }
    // The catalogue names the important first: within a rank they come to lie on top.
    std::ranges::reverse(layers);
    std::ranges::stable_sort(layers, {}, [](const Layer* layer) { return rankOf(*layer); });
    std::vector<std::string> names;
    std::ranges::transform(layers, std::back_inserter(names), [](const Layer* layer) { return layer->name; });
    return names;
}

std::vector<std::string> landUseLayers(const Catalogue& catalogue) {
    std::vector<std::string> names;
    for (const Layer& layer : catalogue.layers()) {
        if (layer.style == "land_use") {
            names.push_back(layer.name);
        }
    }
    return names;
}

} // namespace tuban
