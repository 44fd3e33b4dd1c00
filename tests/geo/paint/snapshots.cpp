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
    snapshot->cells.resize(columns.size());
    snapshot->shapeParts = {0};
    snapshot->shapePolygons = {0};
    for (const MadeFeature& feature : features) {
        const auto firstPoint = static_cast<std::uint32_t>(snapshot->points.size());
        const auto firstPart = static_cast<std::uint32_t>(snapshot->partEnds.size());
        snapshot->ids.push_back(static_cast<std::int64_t>(snapshot->ids.size()) + 1);
        snapshot->uids.push_back(feature.uid);
        snapshot->boxes.push_back(feature.shape.box());
        snapshot->points.insert(
            snapshot->points.end(), feature.shape.points.begin(), feature.shape.points.end());
        for (const std::uint32_t end : feature.shape.partEnds) {
            snapshot->partEnds.push_back(firstPoint + end);
        }
        for (const std::uint32_t end : feature.shape.polygonEnds) {
            snapshot->polygonEnds.push_back(firstPart + end);
        }
        snapshot->shapeParts.push_back(static_cast<std::uint32_t>(snapshot->partEnds.size()));
        snapshot->shapePolygons.push_back(static_cast<std::uint32_t>(snapshot->polygonEnds.size()));
        for (std::size_t column = 0; column < columns.size(); ++column) {
            snapshot->cells[column].push_back(feature.cells[column]);
        }
    }
    snapshot->tree = BoxTree(snapshot->boxes);
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
