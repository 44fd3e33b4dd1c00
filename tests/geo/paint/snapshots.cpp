#include "snapshots.h"

#include "geo/crs/transform.h"

#include <utility>

namespace tuban {

std::shared_ptr<const LayerSnapshot> madeSnapshot(ShapeKind kind,
                                                  const std::vector<std::string>& columns,
                                                  const std::vector<MadeFeature>& features) {
    auto snapshot = std::make_shared<LayerSnapshot>();
    snapshot->layer = "parcel";
    snapshot->kind = kind;
    snapshot->columns = columns;
    std::shared_ptr<FeaturePage> page;
    for (std::size_t i = 0; i < features.size(); ++i) {
        const MadeFeature& feature = features[i];
        if (i % pageFeatures == 0) {
            page = std::make_shared<FeaturePage>();
            page->cells.resize(columns.size());
        }
        const auto firstPoint = static_cast<std::uint32_t>(page->points.size());
        const auto firstPart = static_cast<std::uint32_t>(page->partEnds.size());
        page->points.insert(page->points.end(), feature.shape.points.begin(), feature.shape.points.end());
        for (const std::uint32_t end : feature.shape.partEnds) {
            page->partEnds.push_back(firstPoint + end);
        }
        for (const std::uint32_t end : feature.shape.polygonEnds) {
            page->polygonEnds.push_back(firstPart + end);
        }
        for (std::size_t column = 0; column < columns.size(); ++column) {
            page->cells[column].append(feature.cells[column]);
        }
        page->endFeature(static_cast<std::int64_t>(i) + 1, feature.uid, feature.shape.box());
        if (page->size() == pageFeatures || i + 1 == features.size()) {
            page->finish();
            snapshot->addPage(page);
        }
    }
    return snapshot;
}

Geometry square(double x, double y, double side) {
    return makePolygon({{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}});
}

std::shared_ptr<const DisplayLayer> displayed(std::shared_ptr<const LayerSnapshot> snapshot,
                                              const LayerStyle& style,
                                              const DisplayLayer* previous) {
    const auto transform =
        Transform::between(crsFromText("EPSG:4547").value(), crsFromText("EPSG:4490").value());
    return makeDisplay({.snapshot = std::move(snapshot), .style = style, .owner = nullptr, .stages = nullptr},
                       transform.value(),
                       previous)
        .value();
}

LayerStyle plainStyle(ShapeKind kind) {
    LayerStyle style;
    style.kind = kind;
    style.labelColumn = "name";
    style.classes.push_back({.key = {}, .label = {}, .fill = {10, 20, 30}, .stroke = {0, 0, 0}});
    return style;
}

} // namespace tuban
