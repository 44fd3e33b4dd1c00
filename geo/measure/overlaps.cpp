#include "geo/measure/overlaps.h"

#include "geo/measure/side_groups.h"
#include "geo/measure/zone_index.h"
#include "geo/shape/box_tree.h"

#include <algorithm>
#include <memory>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace tuban {

namespace {

/// Such a shape is indexed and its neighbours are held against the index: a long road's box meets half the
/// district.
bool hasManyCorners(const AreaView& area) {
    constexpr std::uint32_t manyCorners = 64;
    return !area.empty() && area.partEnds.back() - area.firstPoint > manyCorners;
}

/// Most pairs of a layer touch or are apart, and to hold each of them against the other is what costs. They
/// need not be: think of the ground counted as often as it is covered. Where an edge of one Area is an edge
/// of its neighbour the other way round, the count is the same on both sides. So the ground that is covered
/// twice or more ends at edges that have no such counterpart, and the owner of the edge lies there on what
/// another covers too. The search begins at those pairs and goes on from Area to Area while they overlap or
/// touch what does.
class Search {
public:
    Search(const SoundAreas& areas, std::span<const std::uint32_t> chosen, const Progress& progress)
        : m_areas(&areas), m_chosen(chosen), m_progress(&progress), m_isSuspect(chosen.size(), false) {
        std::vector<Box> boxes;
        boxes.reserve(chosen.size());
        for (const std::uint32_t feature : chosen) {
            boxes.push_back(areas.box(feature));
        }
        m_tree = BoxTree(std::move(boxes));
    }

    Result<std::vector<Overlap>> run() {
        for (const auto& [one, other] : pairsAtOpenEdges()) {
            if (m_progress->stopped()) {
                break;
            }
            if (!(isSuspect(one) && isSuspect(other)) && commonM2(one, other) > leastSeedM2) {
                suspect(one);
                suspect(other);
            }
        }
        for (std::size_t next = 0; next < m_suspects.size() && !m_progress->stopped(); ++next) {
            m_progress->at(static_cast<double>(next) / static_cast<double>(m_suspects.size()), "overlaps");
            search(m_suspects[next]);
        }
        if (m_progress->stopped()) {
            return failure(ErrorCode::Cancelled, "the search for overlaps was stopped");
        }
        std::ranges::sort(m_found, {}, [](const Overlap& o) { return std::tuple(o.first, o.second); });
        return std::move(m_found);
    }

private:
    using Pair = std::pair<std::uint32_t, std::uint32_t>; // places in m_chosen, ascending

    /// Rounding of coordinates makes less than this of edges that touch.
    static constexpr double leastSeedM2 = 1e-7;

    [[nodiscard]] const Box& box(std::uint32_t place) const { return m_areas->box(m_chosen[place]); }
    [[nodiscard]] bool isSuspect(std::uint32_t place) const { return m_isSuspect[place]; }

    [[nodiscard]] std::uint32_t placeOf(std::uint32_t feature) const {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(m_chosen, feature) - m_chosen.begin());
    }

    void suspect(std::uint32_t place) {
        if (!m_isSuspect[place]) {
            m_isSuspect[place] = true;
            m_suspects.push_back(place);
        }
    }

    /// Pairs of the owner of an edge without counterpart and who may cover what lies beside it. Who have an
    /// edge the same way round are suspects at once.
    std::set<Pair> pairsAtOpenEdges() {
        std::set<Pair> pairs;
        forEachEdge(*m_areas, m_chosen, [&](std::span<const Side> sides) {
            const auto forward = std::ranges::count(sides, sides.front().from, &Side::from);
            if (forward > 1 || std::ssize(sides) - forward > 1) {
                for (const Side& side : sides) {
                    suspect(placeOf(side.feature));
                }
            } else if (sides.size() == 1) {
                const Side& side = sides.front();
                Box edge;
                edge.add(side.from);
                edge.add(side.to);
                const std::uint32_t owner = placeOf(side.feature);
                m_tree.query(edge, [&](std::uint32_t other) {
                    ZoneIndex* index = indexOf(other);
                    if (other != owner && (index == nullptr || index->mayLieLeftOf(side.from, side.to))) {
                        pairs.insert(std::minmax(owner, other));
                    }
                    return true;
                });
            }
        });
        return pairs;
    }

    /// All overlaps of a suspect, each pair once.
    void search(std::uint32_t place) {
        m_tree.query(box(place), [&](std::uint32_t other) {
            const Pair pair = std::minmax(place, other);
            if (other == place || !m_isDone.insert(std::uint64_t{pair.first} << 32U | pair.second).second) {
                return true;
            }
            const double areaM2 = commonM2(place, other);
            if (areaM2 > smallestOverlapM2) {
                m_found.push_back(
                    {.first = m_chosen[pair.first], .second = m_chosen[pair.second], .areaM2 = areaM2});
                suspectAround(place, other);
            }
            return true;
        });
    }

    /// Where two that overlap end along one line, two others that overlap may begin.
    void suspectAround(std::uint32_t one, std::uint32_t other) {
        const Box& a = box(one);
        const Box& b = box(other);
        const Box common{std::max(a.minX, b.minX),
                         std::max(a.minY, b.minY),
                         std::min(a.maxX, b.maxX),
                         std::min(a.maxY, b.maxY)};
        m_tree.query(common, [&](std::uint32_t near) {
            if (mayMeet(one, box(near)) && mayMeet(other, box(near))) {
                suspect(near);
            }
            return true;
        });
    }

    [[nodiscard]] bool mayMeet(std::uint32_t place, const Box& window) {
        const ZoneIndex* index = indexOf(place);
        return index == nullptr || index->placeOf(window) != ZoneIndex::Place::Outside;
    }

    double commonM2(std::uint32_t one, std::uint32_t other) {
        const Box& a = box(one);
        const Box& b = box(other);
        const double width = std::min(a.maxX, b.maxX) - std::max(a.minX, b.minX);
        const double height = std::min(a.maxY, b.maxY) - std::max(a.minY, b.minY);
        if (!(width > 0 && height > 0) || width * height <= leastSeedM2) {
            return 0;
        }
        const AreaView first = m_areas->area(m_chosen[one]);
        const AreaView second = m_areas->area(m_chosen[other]);
        if (ZoneIndex* index = indexOf(one)) {
            return index->inside(second).area;
        }
        if (ZoneIndex* index = indexOf(other)) {
            return index->inside(first).area;
        }
        return commonPart(first, second).area;
    }

    /// Null for an Area of few corners.
    ZoneIndex* indexOf(std::uint32_t place) {
        const auto [found, isNew] = m_indexes.try_emplace(place);
        if (isNew) {
            const AreaView area = m_areas->area(m_chosen[place]);
            if (hasManyCorners(area)) {
                found->second = std::make_unique<ZoneIndex>(area);
            }
        }
        return found->second.get();
    }

    const SoundAreas* m_areas;
    std::span<const std::uint32_t> m_chosen;
    const Progress* m_progress;
    BoxTree m_tree; // over the places
    std::unordered_map<std::uint32_t, std::unique_ptr<ZoneIndex>> m_indexes;
    std::vector<bool> m_isSuspect;
    std::vector<std::uint32_t> m_suspects; // in the order found
    std::unordered_set<std::uint64_t> m_isDone;
    std::vector<Overlap> m_found;
};

} // namespace

Result<std::vector<Overlap>>
overlapsOf(const SoundAreas& areas, std::span<const std::uint32_t> chosen, const Progress& progress) {
    return Search(areas, chosen, progress).run();
}

} // namespace tuban
