#include "geo/measure/overlaps.h"

#include "geo/measure/zone_index.h"
#include "geo/shape/box_tree.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace tuban {

namespace {

constexpr std::uint32_t manyCorners = 64;

} // namespace

Result<std::vector<Overlap>>
overlapsOf(const SoundAreas& areas, std::span<const std::uint32_t> chosen, const Progress& progress) {
    std::vector<Box> boxes;
    boxes.reserve(chosen.size());
    for (const std::uint32_t feature : chosen) {
        boxes.push_back(areas.box(feature));
    }
    const BoxTree tree(boxes);
    std::vector<Overlap> found;
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        if (i % 1024 == 0) {
            if (progress.stopped()) {
                return failure(ErrorCode::Cancelled, "the search for overlaps was stopped");
            }
            progress.at(static_cast<double>(i) / static_cast<double>(boxes.size()), "overlaps");
        }
        const Box& own = boxes[i];
        if (own.empty()) {
            continue;
        }
        const AreaView area = areas.area(chosen[i]);
        std::optional<ZoneIndex> index; // of one with many corners, made once for all its neighbours
        tree.query(own, [&](std::uint32_t j) {
            const Box& other = boxes[j];
            const double width = std::min(own.maxX, other.maxX) - std::max(own.minX, other.minX);
            const double height = std::min(own.maxY, other.maxY) - std::max(own.minY, other.minY);
            if (j > i && width * height > smallestOverlapM2) {
                if (!index && area.partEnds.back() - area.firstPoint > manyCorners) {
                    index.emplace(area);
                }
                const AreaView neighbour = areas.area(chosen[j]);
                const double areaM2 = (index ? index->inside(neighbour) : commonPart(area, neighbour)).area;
                if (areaM2 > smallestOverlapM2) {
                    found.push_back({.first = chosen[i], .second = chosen[j], .areaM2 = areaM2});
                }
            }
            return true;
        });
    }
    std::ranges::sort(found, {}, [](const Overlap& o) { return std::tuple(o.first, o.second); });
    return found;
}

} // namespace tuban
