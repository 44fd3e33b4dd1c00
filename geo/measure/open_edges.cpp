#include "geo/measure/open_edges.h"

#include "geo/shape/ring.h"

#include <algorithm>
#include <tuple>

namespace tuban {

namespace {

struct Side {
    OpenEdge edge;
    bool forward = true; ///< from the lower end to the higher

    [[nodiscard]] auto ends() const {
        const Point low = forward ? edge.from : edge.to;
        const Point high = forward ? edge.to : edge.from;
        return std::tuple(low.x, low.y, high.x, high.y);
    }
};

} // namespace

std::vector<OpenEdge> openEdgesOf(const SoundAreas& areas, std::span<const std::uint32_t> chosen) {
    std::vector<Side> sides;
    for (const std::uint32_t feature : chosen) {
        areas.area(feature).forEachRing([&](std::span<const Point> ring, bool shell) {
            const bool onLeft = (signedRingArea(ring) > 0) == shell;
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const Point a = onLeft ? ring[i - 1] : ring[i];
                const Point b = onLeft ? ring[i] : ring[i - 1];
                if (a != b) {
                    sides.push_back({.edge = {.from = a, .to = b, .feature = feature},
                                     .forward = std::tuple(a.x, a.y) < std::tuple(b.x, b.y)});
                }
            }
        });
    }
    std::ranges::sort(sides, {}, [](const Side& side) { return side.ends(); });
    std::vector<OpenEdge> open;
    for (auto begin = sides.begin(); begin != sides.end();) {
        auto end = std::next(begin);
        while (end != sides.end() && end->ends() == begin->ends()) {
            ++end;
        }
        if (end - begin == 1) {
            open.push_back(begin->edge);
        }
        begin = end;
    }
    return open;
}

} // namespace tuban
