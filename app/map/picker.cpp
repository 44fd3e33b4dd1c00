#include "app/map/picker.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace tuban {

namespace {

/// Areas within a factor of four count as of one size.
int sizeClass(const PickHit& hit) {
    if (hit.snapshot->kind != ShapeKind::Area) {
        return std::numeric_limits<int>::min();
    }
    const Box& box = hit.snapshot->box(hit.index);
    return static_cast<int>(std::floor(std::log2(std::max(box.width() * box.height(), 1e-6)) / 2));
}

std::vector<PickHit> hitsIn(const std::shared_ptr<const LayerSnapshot>& snapshot, Point at, double radiusM) {
    std::vector<PickHit> hits;
    const double reachM = snapshot->kind == ShapeKind::Area ? 0 : radiusM;
    const Box window = Box{at.x, at.y, at.x, at.y}.grown(reachM);
    snapshot->query(window, [&](std::uint32_t index) {
        const double distanceM = distanceTo(snapshot->geometry(index), at);
        if (distanceM <= reachM) {
            hits.push_back({snapshot, index, distanceM});
        }
        return true;
    });
    std::ranges::sort(hits, [](const PickHit& a, const PickHit& b) {
        return std::pair(a.distanceM, a.index) < std::pair(b.distanceM, b.index);
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
    std::ranges::stable_sort(hits, {}, sizeClass);
    return hits;
}

} // namespace tuban
