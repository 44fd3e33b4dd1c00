#include "geo/demo/subdivide.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

namespace tuban {

namespace {

double extent(const Convex& polygon, Point along) {
    const auto place = [&](Point p) { return p.x * along.x + p.y * along.y; };
    const auto [low, high] = std::ranges::minmax(polygon, {}, place);
    return place(high) - place(low);
}

Point turned(Point direction, double radians) {
    return {direction.x * std::cos(radians) - direction.y * std::sin(radians),
            direction.x * std::sin(radians) + direction.y * std::cos(radians)};
}

/// Cuts a block in two across the longer way, each half with its share of the uses, again and again.
class Divider {
public:
    Divider(const BlockRing& block, Random& random)
        : m_right(directionOf(block[0], block[1])), m_up(directionOf(block[7], block[6])), m_random(random) {}

    void divide(const Convex& polygon, std::span<const std::string_view> uses, std::vector<Piece>& pieces) {
        if (uses.size() == 1) {
            pieces.push_back({.ring = polygon, .code = uses.front(), .areaM2 = areaOf(polygon)});
            return;
        }
        const auto first = uses.first(uses.size() / 2);
        const auto second = uses.subspan(first.size());
        const double even = landOf(first) / landOf(uses);
        const double share = std::clamp(even * m_random.between(0.8, 1.2), 0.08, 0.92);
        const bool wide = extent(polygon, m_right) > extent(polygon, m_up);
        const double turn = m_random.between(-0.012, 0.012) + (m_random.chance(0.5) ? std::numbers::pi : 0);
        const auto [left, right] = splitShare(polygon, share, turned(wide ? m_up : m_right, turn));
        divide(left, first, pieces);
        divide(right, second, pieces);
    }

private:
    static double landOf(std::span<const std::string_view> uses) {
        double land = 0;
        for (const auto use : uses) {
            land += landWeightOf(use);
        }
        return land;
    }

    Point m_right;
    Point m_up;
    Random& m_random;
};

/// Cuts the strip off `rest`.
Convex cutStrip(const BlockRing& block, const Strip& strip, Convex& rest) {
    const auto corner = static_cast<std::size_t>(strip.side * 2);
    const Point direction = directionOf(block[corner], block[corner + 1]);
    const Point at = moved(block[corner], leftOf(direction), strip.toM);
    auto [inner, outer] = split(rest, at, direction);
    rest = std::move(inner);
    return outer;
}

std::vector<Point> cornersOf(const std::vector<Piece>& pieces) {
    std::vector<Point> corners;
    for (const auto& piece : pieces) {
        corners.insert(corners.end(), piece.ring.begin(), piece.ring.end());
    }
    return corners;
}

} // namespace

std::vector<Piece> subdivide(const BlockRing& block,
                             BlockKind kind,
                             int parcels,
                             int ordinal,
                             const std::vector<Strip>& strips,
                             Random& random) {
    Convex rest(block.begin(), block.end());
    std::vector<Piece> pieces;
    for (const auto& strip : strips) {
        auto ring = cutStrip(block, strip, rest);
        const double area = areaOf(ring);
        pieces.push_back(
            {.ring = std::move(ring), .code = strip.code, .areaM2 = area, .corridor = strip.corridor});
    }
    const auto uses = usesOf(kind, parcels - static_cast<int>(strips.size()), ordinal, random);
    Divider(block, random).divide(rest, uses, pieces);
    const auto corners = cornersOf(pieces);
    for (auto& piece : pieces) {
        piece.ring = noded(piece.ring, corners);
    }
    return pieces;
}

std::vector<Point> boundary(const BlockRing& block, const std::vector<Point>& corners, int first, int last) {
    std::vector<Point> chain;
    for (int side = first; side <= last; ++side) {
        const Point a = block[static_cast<std::size_t>(side % 8)];
        const Point b = block[static_cast<std::size_t>((side + 1) % 8)];
        // A ring of two points has its edge there and back: the first half is the way there.
        const auto there = noded({a, b}, corners);
        const auto end = std::ranges::find(there, b);
        chain.insert(chain.end(), there.begin(), end);
    }
    chain.push_back(block[static_cast<std::size_t>((last + 1) % 8)]);
    return chain;
}

} // namespace tuban
