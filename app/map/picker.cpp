#include "app/map/picker.h"

#include <algorithm>
#include <tuple>

namespace tuban {

namespace {

double boxArea(const PickHit& hit) {
    const Box& box = hit.snapshot->boxes[hit.index];
    return box.width() * box.height();
}

std::vector<PickHit> hitsIn(const std::shared_ptr<const LayerSnapshot>& snapshot, Point at, double radiusM) {
    std::vector<PickHit> hits;
    const double reachM = snapshot->kind == ShapeKind::Area ? 0 : radiusM;
    const Box window = Box{at.x, at.y, at.x, at.y}.grown(reachM);
    snapshot->tree.query(window, [&](std::uint32_t index) {
        const double distanceM = distanceTo(snapshot->geometry(index), at);
        if (distanceM <= reachM) {
            hits.push_back({snapshot, index, distanceM});
        }
        return true;
    });
    std::ranges::sort(hits, [](const PickHit& a, const PickHit& b) {
        return std::tuple(a.distanceM, boxArea(a), a.index) < std::tuple(b.distanceM, boxArea(b), b.index);
    });
    return hits;
}

} // namespace

std::vector<PickHit>
pickAt(std::span<const std::shared_ptr<const LayerSnapshot>> layersTopFirst, Point at, double radiusM) {
    std::vector<PickHit> hits;
    for (const auto& snapshot : layersTopFirst) {
        if (snapshot != nullptr) {
            std::vector<PickHit> more = hitsIn(snapshot, at, radiusM);
            hits.insert(hits.end(), more.begin(), more.end());
        }
    }
    return hits;
}

} // namespace tuban
