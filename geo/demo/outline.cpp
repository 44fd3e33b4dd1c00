#include "geo/demo/outline.h"

#include "geo/demo/convex.h"
#include "geo/demo/random.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <utility>

namespace tuban {

namespace {

constexpr Point middle{458'825, 3'853'606}; // EPSG:4547, north-west Zhengzhou
constexpr double turnRadians = 0.095;
constexpr double drawnIn = 0.5; // of a circle's corners

bool before(Point a, Point b) {
    return a.x < b.x || (a.x == b.x && a.y < b.y);
}

} // namespace

void Outline::pointsBetween(Point a, Point b, bool straight, std::vector<Point>& points) const {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const int count = length < 0.3 * scaleM ? 0 : length < 1.25 * scaleM ? 1 : length < 3 * scaleM ? 2 : 3;
    if (count == 0) {
        return;
    }
    const bool turned = before(b, a);
    const Point from = turned ? b : a;
    const Point along = directionOf(from, turned ? a : b);
    Random random(std::bit_cast<std::uint64_t>(from.x) ^ std::rotl(std::bit_cast<std::uint64_t>(from.y), 17));
    const double dice = straight ? 0 : random.unit();
    const double swing = std::min(0.035 * length, 4.0) * (random.chance(0.5) ? 1 : -1);
    const std::size_t first = points.size();
    for (int i = 1; i <= count; ++i) {
        const double share = (i + random.between(-0.15, 0.15)) / (count + 1);
        const double aside = dice < 0.4    ? 0
                             : dice < 0.75 ? swing * std::sin(share * std::numbers::pi)
                                           : (i % 2 == 0 ? swing : -swing / 2);
        points.push_back(moved(moved(from, along, share * length), leftOf(along), aside));
    }
    if (turned) {
        std::reverse(points.begin() + static_cast<std::ptrdiff_t>(first), points.end());
    }
}

Point Ground::at(Point p) const {
    const double u = std::clamp(2 * p.x / m_wideM, -1.2, 1.2);
    const double v = std::clamp(2 * p.y / m_highM, -1.2, 1.2);
    const double x = p.x * std::sqrt(1 - drawnIn * v * v / 2) + 120 * std::sin(p.y / 760 + m_phase) +
                     45 * std::sin(p.y / 310 - m_phase);
    const double y = p.y * std::sqrt(1 - drawnIn * u * u / 2) + 110 * std::sin(p.x / 830 + 2 * m_phase) +
                     40 * std::sin(p.x / 290 + m_phase);
    const double east = middle.x + x * std::cos(turnRadians) - y * std::sin(turnRadians);
    const double north = middle.y + x * std::sin(turnRadians) + y * std::cos(turnRadians);
    return {std::round(east * 1000) / 1000, std::round(north * 1000) / 1000};
}

std::vector<Point> Ground::at(const std::vector<Point>& points) const {
    std::vector<Point> ring;
    ring.reserve(points.size());
    for (const Point p : points) {
        const Point q = at(p);
        if (ring.empty() || ring.back() != q) {
            ring.push_back(q);
        }
    }
    return ring;
}

} // namespace tuban
