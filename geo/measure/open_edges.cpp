#include "geo/measure/open_edges.h"

#include <algorithm>
#include <tuple>

namespace tuban {

namespace {

auto ends(const Side& side) {
    const auto key = [](Point p) { return std::tuple(p.x, p.y); };
    return std::tuple(std::min(key(side.from), key(side.to)), std::max(key(side.from), key(side.to)));
}

} // namespace

std::vector<Side> openEdgesOf(const SoundAreas& areas, std::span<const std::uint32_t> chosen) {
    std::vector<Side> open;
    forEachEdge(areas, chosen, [&open](std::span<const Side> sides) {
        if (sides.size() == 1) {
            open.push_back(sides.front());
        }
    });
    std::ranges::sort(open, {}, ends);
    return open;
}

} // namespace tuban
