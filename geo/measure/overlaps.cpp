#include "geo/measure/overlaps.h"

#include "geo/measure/zone_index.h"
#include "geo/shape/box_tree.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace tuban {

namespace {

/// Such a shape is indexed once and its neighbours, however small, are held against the index: a long road's
/// box meets half the district.
bool hasManyCorners(const AreaView& area) {
    constexpr std::uint32_t manyCorners = 64;
    return !area.empty() && area.partEnds.back() - area.firstPoint > manyCorners;
}

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
        std::optional<ZoneIndex> index;
        if (hasManyCorners(area)) {
            index.emplace(area);
        }
        tree.query(own, [&](std::uint32_t j) {
            const Box& other = boxes[j];
            const double width = std::min(own.maxX, other.maxX) - std::max(own.minX, other.minX);
            const double height = std::min(own.maxY, other.maxY) - std::max(own.minY, other.minY);
            if (j == i || width * height <= smallestOverlapM2) {
                return true;
            }
            const AreaView neighbour = areas.area(chosen[j]);
            // Each pair once: by the one that is indexed, or by the first.
            if (index.has_value() == hasManyCorners(neighbour) ? j < i : !index.has_value()) {
                return true;
            }
            const double areaM2 = (index ? index->inside(neighbour) : commonPart(area, neighbour)).area;
            if (areaM2 > smallestOverlapM2) {
                const auto [first, second] = std::minmax(chosen[i], chosen[j]);
                found.push_back({.first = first, .second = second, .areaM2 = areaM2});
            }
            return true;
        });
    }
    std::ranges::sort(found, {}, [](const Overlap& o) { return std::tuple(o.first, o.second); });
    return found;
}

} // namespace tuban
