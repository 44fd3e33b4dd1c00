#pragma once

#include "geo/paint/display.h"
#include "geo/plan/snapshot.h"

#include <memory>
#include <string>
#include <vector>

namespace tuban {

/// A feature of a snapshot made by hand.
struct MadeFeature {
    std::string uid;
    Geometry shape;
    std::vector<Value> cells;
};

/// A snapshot from features, as readSnapshot would give it.
[[nodiscard]] std::shared_ptr<const LayerSnapshot> madeSnapshot(ShapeKind kind,
                                                                const std::vector<std::string>& columns,
                                                                const std::vector<MadeFeature>& features);

/// A square with its lower left corner at (x, y).
[[nodiscard]] Geometry square(double x, double y, double side);

/// The same snapshot on the map, CGCS2000 3-degree 114E.
[[nodiscard]] std::shared_ptr<const DisplayLayer> displayed(std::shared_ptr<const LayerSnapshot> snapshot,
                                                            const LayerStyle& style,
                                                            const DisplayLayer* previous = nullptr);

/// A plain style for a kind of shape.
[[nodiscard]] LayerStyle plainStyle(ShapeKind kind);

} // namespace tuban
