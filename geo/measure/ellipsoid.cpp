#include "geo/crs/transform.h"
#include "geo/measure/area.h"

#include <geodesic.h>

#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>
#include <vector>

namespace tuban {

namespace {

/// Longer edges get points between, as the official method asks, so that they stay straight in the
/// projection.
constexpr double longestEdgeM = 70;
constexpr double mostExtraPoints = 100'000; // on one edge: no parcel has an edge of 7,000 km
constexpr double metresPerDegree = 111'320; // of a meridian, only to space points by

/// The points of a ring or line with evenly spaced ones between on long edges.
void densify(std::span<const Point> line, double longestEdge, std::vector<Point>& dense) {
    dense.clear();
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Point a = line[i];
        const Point b = line[i + 1];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        // Written so that a length that is no number adds nothing.
        const double extra = length < longestEdge * mostExtraPoints ? std::floor(length / longestEdge) : 0;
        const auto steps = static_cast<std::size_t>(extra) + 1;
        for (std::size_t step = 0; step < steps; ++step) {
            const double along = static_cast<double>(step) / static_cast<double>(steps);
            dense.push_back({a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along});
        }
    }
    if (!line.empty()) {
        dense.push_back(line.back());
    }
}

/// The formula of 国土调查办发〔2008〕32号 for one ellipsoid: its five factors, times 2b².
class TrapezoidSum {
public:
    TrapezoidSum(double semiMajorM, double inverseFlattening) {
        const double f = inverseFlattening > 0 ? 1 / inverseFlattening : 0;
        const double b = semiMajorM * (1 - f);
        const double e2 = f * (2 - f);
        const double e4 = e2 * e2;
        const double e6 = e4 * e2;
        const double e8 = e4 * e4;
        const double twice = 2 * b * b;
        m_factors = {
            twice * (1 + 3.0 / 6 * e2 + 30.0 / 80 * e4 + 35.0 / 112 * e6 + 630.0 / 2304 * e8),
            -twice * (1.0 / 6 * e2 + 15.0 / 80 * e4 + 21.0 / 112 * e6 + 420.0 / 2304 * e8),
            twice * (3.0 / 80 * e4 + 7.0 / 112 * e6 + 180.0 / 2304 * e8),
            -twice * (1.0 / 112 * e6 + 45.0 / 2304 * e8),
            twice * (5.0 / 2304 * e8),
        };
    }

    /// \param ring closed, longitude and latitude in degrees. \return m²
    [[nodiscard]] double areaM2(std::span<const Point> ring) const {
        if (ring.empty()) {
            return 0;
        }
        const double radians = std::numbers::pi / 180;
        const double origin = ring.front().x; // any meridian will do; a near one keeps the sums small
        double sum = 0;
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Point p = ring[i - 1];
            const Point q = ring[i];
            const double across = ((p.x - origin) + (q.x - origin)) / 2 * radians;
            sum += across * strip((q.y - p.y) / 2 * radians, (p.y + q.y) / 2 * radians);
        }
        return std::abs(sum);
    }

private:
    /// A sin(ΔB/2)cos Bm − B sin(3ΔB/2)cos 3Bm + …, the multiples of the angles by recurrence.
    [[nodiscard]] double strip(double halfDifference, double middle) const {
        double sine = std::sin(halfDifference);
        double cosine = std::cos(middle);
        const double sineStep = 2 * (1 - 2 * sine * sine);
        const double cosineStep = 2 * (2 * cosine * cosine - 1);
        double sineBefore = -sine;
        double cosineBefore = cosine;
        double sum = 0;
        for (const double factor : m_factors) {
            sum += factor * sine * cosine;
            sineBefore = std::exchange(sine, sineStep * sine - sineBefore);
            cosineBefore = std::exchange(cosine, cosineStep * cosine - cosineBefore);
        }
        return sum;
    }

    std::array<double, 5> m_factors{};
};

double spacingFor(const Crs& crs) {
    return crs.geographic ? longestEdgeM / metresPerDegree : longestEdgeM;
}

} // namespace

struct EllipsoidalArea::Parts {
    Transform toGeo;
    TrapezoidSum sum;
    double longestEdge;
    std::vector<Point> dense; // reused from ring to ring

    double ringM2(std::span<const Point> ring) {
        densify(ring, longestEdge, dense);
        return toGeo.apply(std::span(dense)) ? sum.areaM2(dense) : std::numeric_limits<double>::quiet_NaN();
    }
};

EllipsoidalArea::EllipsoidalArea(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
EllipsoidalArea::~EllipsoidalArea() = default;
EllipsoidalArea::EllipsoidalArea(EllipsoidalArea&&) noexcept = default;
EllipsoidalArea& EllipsoidalArea::operator=(EllipsoidalArea&&) noexcept = default;

Result<EllipsoidalArea> EllipsoidalArea::forCrs(const Crs& crs) {
    const auto geographic = geographicOf(crs);
    if (!geographic) {
        return std::unexpected(geographic.error());
    }
    auto toGeo = Transform::between(crs, *geographic);
    if (!toGeo) {
        return std::unexpected(toGeo.error());
    }
    return EllipsoidalArea(std::make_unique<Parts>(std::move(*toGeo),
                                                   TrapezoidSum(crs.semiMajorM, crs.inverseFlattening),
                                                   spacingFor(crs),
                                                   std::vector<Point>()));
}

double EllipsoidalArea::of(const Geometry& area) const {
    double total = 0;
    std::size_t ring = 0;
    for (const std::size_t end : area.polygonEnds) {
        total += m_parts->ringM2(area.part(ring));
        for (++ring; ring < end; ++ring) {
            total -= m_parts->ringM2(area.part(ring));
        }
    }
    return total;
}

Result<double> geodesicLengthM(const Crs& crs, const Geometry& geometry) {
    const auto geographic = geographicOf(crs);
    if (!geographic) {
        return std::unexpected(geographic.error());
    }
    const auto toGeo = Transform::between(crs, *geographic);
    if (!toGeo) {
        return std::unexpected(toGeo.error());
    }
    geod_geodesic ellipsoid{};
    geod_init(&ellipsoid, crs.semiMajorM, crs.inverseFlattening > 0 ? 1 / crs.inverseFlattening : 0);
    std::vector<Point> dense;
    double length = 0;
    for (std::size_t part = 0; part < geometry.partEnds.size(); ++part) {
        densify(geometry.part(part), spacingFor(crs), dense);
        if (auto moved = toGeo->apply(std::span(dense)); !moved) {
            return std::unexpected(moved.error());
        }
        for (std::size_t i = 1; i < dense.size(); ++i) {
            double step = 0;
            geod_inverse(
                &ellipsoid, dense[i - 1].y, dense[i - 1].x, dense[i].y, dense[i].x, &step, nullptr, nullptr);
            length += step;
        }
    }
    return length;
}

} // namespace tuban
