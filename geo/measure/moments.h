#pragma once

#include "geo/base/result.h"
#include "geo/crs/crs.h"
#include "geo/shape/shapes_view.h"

#include <array>

namespace tuban {

/// Area, first and second moments of a plane shape about an origin that each user of it names; m², m³, m⁴.
/// They add: the moments of a whole are the sums of its parts'.
struct Moments {
    double area = 0;
    double x = 0, y = 0;
    double xx = 0, xy = 0, yy = 0;

    /// Adds `weight` times the signed triangle between the origin, p and q (counter-clockwise positive).
    void addTriangle(Point p, Point q, double weight) {
        const double cross = weight * (p.x * q.y - p.y * q.x);
        area += cross / 2;
        x += cross * (p.x + q.x) / 6;
        y += cross * (p.y + q.y) / 6;
        xx += cross * (p.x * p.x + p.x * q.x + q.x * q.x) / 12;
        yy += cross * (p.y * p.y + p.y * q.y + q.y * q.y) / 12;
        xy += cross * (2 * p.x * p.y + p.x * q.y + q.x * p.y + 2 * q.x * q.y) / 24;
    }
};

/// Moments of an Area about `origin`: shells minus holes, whatever the ring direction.
[[nodiscard]] Moments momentsOf(const AreaView& area, Point origin);

/// The fast form of ellipsoidal area: the area on the ellipsoid is the integral of the scale of areas over
/// the shape in the plane, edges straight in the plane. The scale M N cos φ · |∂(λ,φ)/∂(E,N)| is taken from
/// PROJ on a grid and is, over one shape, a quadratic about the origin of its moments: f · area + Σ f' ·
/// first moments + ½ Σ f'' · second moments. It adds, so parts sum to their whole; within 1e-10 of the exact
/// integral for shapes up to 20 km across.
/// Immutable: share it const between threads.
class ArealScale {
public:
    /// \param extent of what will be measured, plan CRS. \return Error::BadCrs
    [[nodiscard]] static Result<ArealScale> forExtent(const Crs& crs, const Box& extent);
    /// No scale at all: areas in the plane.
    [[nodiscard]] static ArealScale planar() { return {}; }

    /// \param moments about `origin`. \return m²
    [[nodiscard]] double areaM2(const Moments& moments, Point origin) const;
    [[nodiscard]] double areaM2(const AreaView& area) const;
    [[nodiscard]] double areaM2(const Geometry& area) const { return areaM2(viewOf(area)); }

private:
    // f as a polynomial of degree 5 each in (E − middle)/half width and (N − middle)/half height, for the
    // excess f − 1.
    static constexpr int degree = 5;
    bool m_planar = true;
    Point m_middle;
    Point m_half{.x = 1, .y = 1};
    std::array<std::array<double, degree + 1>, degree + 1> m_factors{}; // [power of E][power of N]
};

} // namespace tuban
