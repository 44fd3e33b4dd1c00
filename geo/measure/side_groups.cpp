#include "geo/measure/side_groups.h"

#include "geo/shape/ring.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace tuban {

namespace {

/// Of both ends together: the same for either direction, and for 0 and −0.
std::uint64_t hashOf(const Side& side) {
    const auto mixed = [](double value, std::uint64_t factor) {
        const std::uint64_t bits = std::bit_cast<std::uint64_t>(value + 0.0) * factor;
        return bits ^ (bits >> 29U);
    };
    const auto ofPoint = [&](Point p) {
        return (mixed(p.x, 0x9E3779B97F4A7C15U) + mixed(p.y, 0xC2B2AE3D27D4EB4FU)) * 0xD6E8FEB86659FD93U;
    };
    const std::uint64_t sum = ofPoint(side.from) + ofPoint(side.to);
    return sum ^ (sum >> 32U);
}

bool haveSameEnds(const Side& a, const Side& b) {
    return (a.from == b.from && a.to == b.to) || (a.from == b.to && a.to == b.from);
}

std::vector<Side> sidesOf(const SoundAreas& areas, std::span<const std::uint32_t> chosen) {
    std::vector<Side> sides;
    for (const std::uint32_t feature : chosen) {
        areas.area(feature).forEachRing([&](std::span<const Point> ring, bool shell) {
            const bool onLeft = (signedRingArea(ring) > 0) == shell;
            for (std::size_t i = 1; i < ring.size(); ++i) {
                if (ring[i - 1] != ring[i]) {
                    sides.push_back({.from = onLeft ? ring[i - 1] : ring[i],
                                     .to = onLeft ? ring[i] : ring[i - 1],
                                     .feature = feature});
                }
            }
        });
    }
    return sides;
}

} // namespace

void forEachEdge(const SoundAreas& areas,
                 std::span<const std::uint32_t> chosen,
                 const std::function<void(std::span<const Side>)>& visit) {
    const std::vector<Side> sides = sidesOf(areas, chosen);
    struct Entry {
        std::uint64_t hash;
        std::size_t side;
    };
    std::vector<Entry> entries;
    entries.reserve(sides.size());
    for (std::size_t i = 0; i < sides.size(); ++i) {
        entries.push_back({hashOf(sides[i]), i});
    }
    std::ranges::sort(entries, {}, [](const Entry& entry) { return std::tuple(entry.hash, entry.side); });
    std::vector<Side> group;
    for (auto begin = entries.begin(); begin != entries.end();) {
        const auto end =
            std::find_if(begin, entries.end(), [&](const Entry& e) { return e.hash != begin->hash; });
        // Nearly always all of one edge; others may share the hash.
        for (auto rest = begin; rest != end;) {
            const Side& first = sides[rest->side];
            const auto others = std::stable_partition(
                rest, end, [&](const Entry& entry) { return haveSameEnds(sides[entry.side], first); });
            group.clear();
            std::for_each(rest, others, [&](const Entry& entry) { group.push_back(sides[entry.side]); });
            visit(group);
            rest = others;
        }
        begin = end;
    }
}

} // namespace tuban
