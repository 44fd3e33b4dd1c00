#include "geo/demo/subdivide.h"

#include <algorithm>
#include <cmath>

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

/// Halves again and again across the longer way, unevenly, until there are `count` pieces.
class Divider {
public:
    Divider(const BlockRing& block, Random& random)
        : m_right(directionOf(block[0], block[1])), m_up(directionOf(block[7], block[6])), m_random(random) {}

    void divide(const Convex& polygon, int count, std::vector<Convex>& pieces) {
        if (count <= 1) {
            pieces.push_back(polygon);
            return;
        }
        const int first = count == 3 ? m_random.whole(1, 2) : count / 2;
        const double even = static_cast<double>(first) / count;
        const double share = std::clamp(even * m_random.between(0.72, 1.3), 0.22, 0.78);
        const bool wide = extent(polygon, m_right) > extent(polygon, m_up);
        const Point along = turned(wide ? m_up : m_right, m_random.between(-0.012, 0.012));
        const auto [left, right] = splitShare(polygon, share, along);
        divide(left, first, pieces);
        divide(right, count - first, pieces);
    }

private:
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

std::vector<Point> cornersOf(const std::vector<Convex>& pieces) {
    std::vector<Point> corners;
    for (const auto& piece : pieces) {
        corners.insert(corners.end(), piece.begin(), piece.end());
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
    std::vector<Convex> polygons;
    for (const auto& strip : strips) {
        polygons.push_back(cutStrip(block, strip, rest));
    }
    const int divided = parcels - static_cast<int>(strips.size());
    std::vector<Convex> inner;
    Divider(block, random).divide(rest, divided, inner);
    std::ranges::stable_sort(inner, {}, areaOf);
    polygons.insert(polygons.end(), inner.begin(), inner.end());
    const auto uses = usesOf(kind, divided, ordinal, random);
    const auto corners = cornersOf(polygons);
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        const bool strip = i < strips.size();
        pieces.push_back({.ring = noded(polygons[i], corners),
                          .code = strip ? strips[i].code : uses[i - strips.size()],
                          .areaM2 = areaOf(polygons[i]),
                          .corridor = strip ? strips[i].corridor : -1});
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
