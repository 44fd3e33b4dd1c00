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

Point centreOf(const Convex& polygon) {
    Point sum{};
    for (const Point p : polygon) {
        sum.x += p.x;
        sum.y += p.y;
    }
    const auto count = static_cast<double>(polygon.size());
    return {sum.x / count, sum.y / count};
}

Point turned(Point direction, double radians) {
    return {direction.x * std::cos(radians) - direction.y * std::sin(radians),
            direction.x * std::sin(radians) + direction.y * std::cos(radians)};
}

/// How far lines of division stray from the sides of the block, radians.
double strayOf(BlockKind kind) {
    switch (kind) {
    case BlockKind::Industry:
    case BlockKind::Logistics:
    case BlockKind::Commerce:
        return 0.02;
    case BlockKind::Rural:
        return 0.22;
    case BlockKind::Residential:
    case BlockKind::Research:
    case BlockKind::Civic:
    case BlockKind::Park:
    case BlockKind::Reserve:
        break;
    }
    return 0.06;
}

constexpr double leastInsideM2 = 2'500; // of a piece that has another one inside

/// Cuts a block in two across the longer way, each half with its share of the uses, again and again.
class Divider {
public:
    Divider(const BlockRing& block, BlockKind kind, Random& random)
        : m_right(directionOf(block[0], block[1])),
          m_up(directionOf(block[7], block[6])),
          m_stray(strayOf(kind)),
          m_random(random) {}

    void divide(const Convex& polygon, std::span<const std::string_view> uses, std::vector<Piece>& pieces) {
        if (uses.size() == 1) {
            pieces.push_back({.ring = polygon, .hole = {}, .code = uses.front()});
            return;
        }
        if (uses.size() == 2 && putInside(polygon, uses[0], uses[1], pieces)) {
            return;
        }
        const auto first = uses.first(uses.size() / 2);
        const auto second = uses.subspan(first.size());
        const double even = landOf(first) / landOf(uses);
        const double share = std::clamp(even * m_random.between(0.75, 1.25), 0.1, 0.9);
        const auto [left, right] = splitShare(polygon, share, acrossLonger(polygon));
        divide(left, first, pieces);
        divide(right, second, pieces);
    }

    /// A lane through the polygon, off its middle: what lies on its two sides.
    std::pair<Convex, Convex> cutLane(const Convex& polygon, std::vector<Piece>& pieces) {
        const Point direction = acrossLonger(polygon);
        auto [left, rest] = splitShare(polygon, m_random.between(0.38, 0.62), direction);
        // As much of the rest as the lane is wide.
        const double width = m_random.between(8, 13);
        const double share = std::clamp(width / extent(rest, leftOf(direction)), 0.02, 0.4);
        auto [lane, right] = splitShare(rest, share, direction);
        pieces.push_back({.ring = std::move(lane), .hole = {}, .code = "1207"});
        return {std::move(left), std::move(right)};
    }

private:
    static double landOf(std::span<const std::string_view> uses) {
        double land = 0;
        for (const auto use : uses) {
            land += landWeightOf(use);
        }
        return land;
    }

    Point acrossLonger(const Convex& polygon) {
        const bool wide = extent(polygon, m_right) > extent(polygon, m_up);
        const double turn =
            m_random.between(-m_stray, m_stray) + (m_random.chance(0.5) ? std::numbers::pi : 0);
        return turned(wide ? m_up : m_right, turn);
    }

    /// Lays the smaller use into the larger one where that suits: the same outline, drawn together.
    bool putInside(const Convex& polygon,
                   std::string_view small,
                   std::string_view large,
                   std::vector<Piece>& pieces) {
        const bool suits = liesInside(small, large) && areaOf(polygon) > leastInsideM2;
        if (!suits || !m_random.chance(0.6)) {
            return false;
        }
        const Point centre = centreOf(polygon);
        const double scale = m_random.between(0.3, 0.42);
        std::vector<Point> inner;
        for (const Point p : polygon) {
            inner.push_back({centre.x + (p.x - centre.x) * scale, centre.y + (p.y - centre.y) * scale});
        }
        pieces.push_back({.ring = polygon, .hole = {inner.rbegin(), inner.rend()}, .code = large});
        pieces.push_back({.ring = std::move(inner), .hole = {}, .code = small});
        return true;
    }

    Point m_right;
    Point m_up;
    double m_stray;
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
    const auto order = [](Point a, Point b) { return a.x < b.x || (a.x == b.x && a.y < b.y); };
    std::ranges::sort(corners, order);
    corners.erase(std::unique(corners.begin(), corners.end()), corners.end());
    return corners;
}

/// Puts a use that may lie inside the last one beside it: the last two become a pair when uses are halved.
std::vector<std::string_view> paired(std::vector<std::string_view> uses, Random& random) {
    if (uses.size() < 3 || !random.chance(0.45)) {
        return uses;
    }
    const auto inner =
        std::ranges::find_if(uses, [&](std::string_view code) { return liesInside(code, uses.back()); });
    if (inner != uses.end()) {
        std::rotate(inner, inner + 1, uses.end() - 1);
    }
    return uses;
}

bool hasLane(const Convex& land, const BlockWish& wish, std::size_t uses, Random& random) {
    const bool kind = wish.kind == BlockKind::Residential || wish.kind == BlockKind::Commerce ||
                      wish.kind == BlockKind::Industry;
    return kind && uses >= 5 && areaOf(land) > 25'000 && random.chance(0.45);
}

} // namespace

std::vector<Piece> subdivide(const BlockRing& block, const BlockWish& wish, Random& random) {
    Convex rest(block.begin(), block.end());
    std::vector<Piece> pieces;
    for (const auto& strip : wish.strips) {
        pieces.push_back({.ring = cutStrip(block, strip, rest),
                          .hole = {},
                          .code = strip.code,
                          .corridor = strip.corridor});
    }
    int left = wish.parcels - static_cast<int>(wish.strips.size());
    Divider divider(block, wish.kind, random);
    if (hasLane(rest, wish, static_cast<std::size_t>(left), random)) {
        const auto uses = paired(usesOf(wish.kind, left - 1, wish.ordinal, random), random);
        const auto sides = divider.cutLane(rest, pieces);
        const auto first = std::span(uses).first(uses.size() / 2);
        divider.divide(sides.first, first, pieces);
        divider.divide(sides.second, std::span(uses).subspan(first.size()), pieces);
    } else {
        divider.divide(rest, paired(usesOf(wish.kind, left, wish.ordinal, random), random), pieces);
    }
    const auto corners = cornersOf(pieces);
    for (auto& piece : pieces) {
        piece.ring = noded(piece.ring, corners);
    }
    return pieces;
}

bool onBoundary(const BlockRing& block, Point a, Point b) {
    constexpr double onSideM = 1e-5;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const Point from = block[i];
        const Point along = directionOf(from, block[(i + 1) % block.size()]);
        const auto aside = [&](Point p) {
            return std::abs(along.x * (p.y - from.y) - along.y * (p.x - from.x));
        };
        if (aside(a) < onSideM && aside(b) < onSideM) {
            return true;
        }
    }
    return false;
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
