#include "geo/measure/moments.h"

#include "geo/crs/transform.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tuban {

namespace {

constexpr int nodes = 6; // a side: the polynomial of degree 5 through them

struct Ellipsoid {
    double a = 0;
    double e2 = 0;
    // Radius of curvature in the meridian times that across it times cos φ: m² a square radian.
    [[nodiscard]] double squareRadianM2(double latitude) const {
        const double sine = std::sin(latitude);
        const double w = 1 - e2 * sine * sine;
        return a * a * (1 - e2) / (w * w) * std::cos(latitude);
    }
};

/// Derivative by the central difference of fourth order.
Result<Point> slope(const Transform& toGeo, Point at, Point step) {
    std::array<Point, 4> places{};
    const std::array<double, 4> steps{-2, -1, 1, 2};
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i] = {.x = at.x + steps[i] * step.x, .y = at.y + steps[i] * step.y};
    }
    if (const auto moved = toGeo.apply(std::span<Point>(places)); !moved) {
        return std::unexpected(moved.error());
    }
    const double length = 12 * (step.x + step.y);
    const auto difference = [length](double m2, double m1, double p1, double p2) {
        return (8 * (p1 - m1) - (p2 - m2)) / length * std::numbers::pi / 180;
    };
    return Point{.x = difference(places[0].x, places[1].x, places[2].x, places[3].x),
                 .y = difference(places[0].y, places[1].y, places[2].y, places[3].y)};
}

Result<double> scaleAt(const Transform& toGeo, const Ellipsoid& ellipsoid, Point at) {
    constexpr double stepM = 1000;
    const auto east = slope(toGeo, at, {.x = stepM, .y = 0});
    const auto north = slope(toGeo, at, {.x = 0, .y = stepM});
    const auto geo = toGeo.apply(at);
    if (!east || !north || !geo) {
        return failure(ErrorCode::BadCrs, "the extent of the shapes lies outside the coordinate system");
    }
    return std::abs(east->x * north->y - east->y * north->x) *
           ellipsoid.squareRadianM2(geo->y * std::numbers::pi / 180);
}

double nodeAt(int index) {
    return -1 + 2.0 * index / (nodes - 1);
}

/// Coefficients of the polynomial that takes `values` at the nodes (Lagrange, multiplied out).
std::array<double, nodes> polynomialThrough(const std::array<double, nodes>& values) {
    std::array<double, nodes> sum{};
    for (int i = 0; i < nodes; ++i) {
        std::array<double, nodes> basis{1};
        for (int j = 0; j < nodes; ++j) {
            if (j == i) {
                continue;
            }
            const double width = nodeAt(i) - nodeAt(j);
            for (std::size_t k = nodes - 1; k > 0; --k) {
                basis[k] = (basis[k - 1] - nodeAt(j) * basis[k]) / width;
            }
            basis[0] = -nodeAt(j) * basis[0] / width;
        }
        for (std::size_t k = 0; k < nodes; ++k) {
            sum[k] += values[static_cast<std::size_t>(i)] * basis[k];
        }
    }
    return sum;
}

/// A polynomial with its first two derivatives.
struct Taylor {
    double value = 0, first = 0, second = 0;
};
template <std::size_t size>
Taylor taylor(const std::array<double, size>& factors, double at) {
    Taylor t;
    for (std::size_t i = size; i-- > 0;) {
        t.second = t.second * at + 2 * t.first;
        t.first = t.first * at + t.value;
        t.value = t.value * at + factors[i];
    }
    return t;
}

} // namespace

Moments momentsOf(const AreaView& area, Point origin) {
    Moments total;
    area.forEachRing([&](std::span<const Point> ring, bool shell) {
        Moments part;
        for (std::size_t i = 1; i < ring.size(); ++i) {
            part.addTriangle({.x = ring[i - 1].x - origin.x, .y = ring[i - 1].y - origin.y},
                             {.x = ring[i].x - origin.x, .y = ring[i].y - origin.y},
                             1);
        }
        const double weight = (part.area >= 0) == shell ? 1 : -1;
        total.area += weight * part.area;
        total.x += weight * part.x;
        total.y += weight * part.y;
        total.xx += weight * part.xx;
        total.xy += weight * part.xy;
        total.yy += weight * part.yy;
    });
    return total;
}

Result<ArealScale> ArealScale::forExtent(const Crs& crs, const Box& extent) {
    const auto geographic = geographicOf(crs);
    if (!geographic) {
        return std::unexpected(geographic.error());
    }
    const auto toGeo = Transform::between(crs, *geographic);
    if (!toGeo) {
        return std::unexpected(toGeo.error());
    }
    const double f = crs.inverseFlattening > 0 ? 1 / crs.inverseFlattening : 0;
    const Ellipsoid ellipsoid{.a = crs.semiMajorM, .e2 = f * (2 - f)};
    ArealScale scale;
    scale.m_planar = extent.empty();
    scale.m_middle = extent.empty() ? Point{} : extent.centre();
    scale.m_half = {.x = std::max(extent.width() / 2, 1000.0), .y = std::max(extent.height() / 2, 1000.0)};
    if (scale.m_planar) {
        return scale;
    }
    std::array<std::array<double, nodes>, nodes> alongNorth{}; // [node of E][power of N]
    for (int i = 0; i < nodes; ++i) {
        std::array<double, nodes> values{};
        for (int j = 0; j < nodes; ++j) {
            const auto value = scaleAt(*toGeo,
                                       ellipsoid,
                                       {.x = scale.m_middle.x + nodeAt(i) * scale.m_half.x,
                                        .y = scale.m_middle.y + nodeAt(j) * scale.m_half.y});
            if (!value) {
                return std::unexpected(value.error());
            }
            values[static_cast<std::size_t>(j)] = *value - 1;
        }
        alongNorth[static_cast<std::size_t>(i)] = polynomialThrough(values);
    }
    for (std::size_t power = 0; power < nodes; ++power) {
        std::array<double, nodes> values{};
        for (std::size_t i = 0; i < nodes; ++i) {
            values[i] = alongNorth[i][power];
        }
        const auto across = polynomialThrough(values);
        for (std::size_t i = 0; i < nodes; ++i) {
            scale.m_factors[i][power] = across[i];
        }
    }
    return scale;
}

double ArealScale::areaM2(const Moments& moments, Point origin) const {
    if (m_planar) {
        return moments.area;
    }
    // f as a quadratic about the origin; linear in the moments, so that parts sum to their whole.
    const double u = (origin.x - m_middle.x) / m_half.x;
    const double v = (origin.y - m_middle.y) / m_half.y;
    std::array<double, degree + 1> values{};
    std::array<double, degree + 1> slopes{};
    std::array<double, degree + 1> bends{};
    for (std::size_t i = 0; i <= degree; ++i) {
        const Taylor north = taylor(m_factors[i], v);
        values[i] = north.value;
        slopes[i] = north.first;
        bends[i] = north.second;
    }
    const Taylor east = taylor(values, u);
    const Taylor across = taylor(slopes, u);
    const double bend = taylor(bends, u).value;
    return moments.area + moments.area * east.value + moments.x * east.first / m_half.x +
           moments.y * across.value / m_half.y + moments.xx * east.second / (2 * m_half.x * m_half.x) +
           moments.xy * across.first / (m_half.x * m_half.y) + moments.yy * bend / (2 * m_half.y * m_half.y);
}

double ArealScale::areaM2(const AreaView& area) const {
    if (area.empty()) {
        return 0;
    }
    const Point origin = area.box.centre();
    return areaM2(momentsOf(area, origin), origin);
}

} // namespace tuban
