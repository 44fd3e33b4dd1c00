#include "geo/measure/gaps.h"
#include "geo/measure/overlaps.h"
#include "geo/shape/box_tree.h"
#include "geo/shape/ring.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace tuban {

namespace {

/// Walks along open edges with what they enclose on the left and the bare land on the right.
class Walk {
public:
    explicit Walk(std::span<const Side> open)
        : m_edges(open.begin(), open.end()), m_used(open.size(), false) {
        std::ranges::sort(m_edges, {}, [](const Side& edge) { return key(edge.from); });
    }
    /// Calls `visit` with the edges of each ring that closes.
    template <class Visit>
    void forEachRing(Visit&& visit) {
        for (std::size_t start = 0; start < m_edges.size(); ++start) {
            std::vector<Side> ring;
            std::size_t at = start;
            while (at < m_edges.size() && !m_used[at]) {
                m_used[at] = true;
                ring.push_back(m_edges[at]);
                if (m_edges[at].to == m_edges[start].from) {
                    visit(ring);
                    break;
                }
                at = next(m_edges[at]);
            }
        }
    }

private:
    static std::tuple<double, double> key(Point p) { return {p.x, p.y}; }

    /// The unused edge that turns most to the right.
    [[nodiscard]] std::size_t next(const Side& in) const {
        const auto [first, last] = std::ranges::equal_range(
            m_edges, key(in.to), {}, [](const Side& edge) { return key(edge.from); });
        std::size_t best = m_edges.size();
        double bestTurn = 10;
        for (auto at = first; at != last; ++at) {
            const auto index = static_cast<std::size_t>(at - m_edges.begin());
            const double ix = in.to.x - in.from.x;
            const double iy = in.to.y - in.from.y;
            const double ox = at->to.x - at->from.x;
            const double oy = at->to.y - at->from.y;
            const double turn = at->to == in.from ? 4 : std::atan2(ix * oy - iy * ox, ix * ox + iy * oy);
            if (!m_used[index] && turn < bestTurn) {
                bestTurn = turn;
                best = index;
            }
        }
        return best;
    }

    std::vector<Side> m_edges;
    std::vector<bool> m_used;
};

/// The features of a ring, the one with most of it first.
std::vector<std::uint32_t> longest(const std::vector<Side>& ring) {
    std::map<std::uint32_t, double> lengths;
    for (const Side& edge : ring) {
        lengths[edge.feature] += std::hypot(edge.to.x - edge.from.x, edge.to.y - edge.from.y);
    }
    std::vector<std::uint32_t> features;
    for (const auto& [feature, length] : lengths) {
        features.push_back(feature);
    }
    std::ranges::stable_sort(features, std::ranges::greater{}, [&](std::uint32_t f) { return lengths[f]; });
    return features;
}

} // namespace

std::vector<CoverageGap>
holesOf(const SoundAreas& areas, std::span<const std::uint32_t> chosen, std::span<const Side> open) {
    std::vector<Box> boxes;
    boxes.reserve(chosen.size());
    for (const std::uint32_t feature : chosen) {
        boxes.push_back(areas.box(feature));
    }
    const BoxTree tree(boxes);
    const auto isCovered = [&](Point p) {
        bool covered = false;
        tree.query({.minX = p.x, .minY = p.y, .maxX = p.x, .maxY = p.y}, [&](std::uint32_t slot) {
            covered = containsPoint(areas.geometry(chosen[slot]), p);
            return !covered;
        });
        return covered;
    };
    std::vector<CoverageGap> holes;
    Walk(open).forEachRing([&](const std::vector<Side>& ring) {
        std::vector<Point> points;
        points.reserve(ring.size() + 1);
        for (const Side& edge : ring) {
            points.push_back(edge.from);
        }
        points.push_back(ring.front().from);
        const double areaM2 = -signedRingArea(points); // holes run clockwise
        const auto around = longest(ring);
        if (areaM2 <= smallestOverlapM2 || around.size() < 2) {
            return;
        }
        Geometry shape = makePolygon({points});
        if (!isCovered(anchorOf(shape))) {
            holes.push_back(
                {.first = around[0], .second = around[1], .shape = std::move(shape), .areaM2 = areaM2});
        }
    });
    return holes;
}

} // namespace tuban
