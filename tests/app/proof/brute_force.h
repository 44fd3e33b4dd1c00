#pragma once

#include "geo/paint/label.h"
#include "geo/plan/snapshot.h"

#include <memory>
#include <random>
#include <utility>
#include <vector>

namespace tuban::test {

/// Features by table and position, sorted.
using FeatureSet = std::vector<std::pair<const LayerSnapshot*, std::size_t>>;

/// Finds what lies at a place by trying every feature: winding numbers and distances to segments.
class BruteForce {
public:
    explicit BruteForce(const std::vector<std::shared_ptr<const LayerSnapshot>>& snapshots);
    /// Areas that hold the place; points and lines within the radius.
    [[nodiscard]] FeatureSet at(Point place, double radiusM) const;

private:
    struct Feature {
        const LayerSnapshot* snapshot;
        std::size_t index;
        Geometry shape;
        Box box;
    };
    std::vector<Feature> m_features;
};

/// True when every whole pixel of a label's box looks at the inside of the label's own feature.
[[nodiscard]] bool holdsAllPixels(const DisplayLayer& layer, const PlacedLabel& label, const View& view);

} // namespace tuban::test
