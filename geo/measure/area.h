#pragma once

#include "geo/base/result.h"
#include "geo/crs/crs.h"
#include "geo/shape/geometry.h"

#include <memory>

namespace tuban {

/// The two ways an area is computed. A third, legal, is what a certificate says and is never computed.
enum class AreaMethod { Planar, Ellipsoidal };

/// Area in the plane of the projection, m²: shells minus holes, whatever the ring direction. Exact to
/// rounding.
/// \pre the shape is an Area in metres
[[nodiscard]] double planarAreaM2(const Geometry& area);

/// Length in the plane of the projection, m: lines, or the boundary of an Area.
[[nodiscard]] double planarLengthM(const Geometry& geometry);

/// Area on the ellipsoid by the official formula of the second and third national land surveys
/// (国土调查办发〔2008〕32号; TD/T 1055-2019): trapezoids under the edges, edges over 70 m with evenly spaced
/// extra points. The survey's rounding of B and L to 1e-6″ is left out; figures agree with it to below 0.01
/// m² on 1 km². They differ from the geodesic polygon area of finely densified edges by at most about 1e-7,
/// because pieces of up to 70 m are straight in longitude and latitude. Thread rule: one object per thread;
/// move-only.
class EllipsoidalArea {
public:
    /// \param crs projected system in metres, or degrees. \return Error::BadCrs
    [[nodiscard]] static Result<EllipsoidalArea> forCrs(const Crs& crs);
    ~EllipsoidalArea();
    EllipsoidalArea(EllipsoidalArea&&) noexcept;
    EllipsoidalArea& operator=(EllipsoidalArea&&) noexcept;

    /// \return m²; 0 for shapes that are not Areas, NaN for one outside the coordinate system
    [[nodiscard]] double of(const Geometry& area) const;

private:
    struct Parts;
    explicit EllipsoidalArea(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// Geodesic length of a line or boundary, m (PROJ's geodesics), each edge taken as straight in the
/// projection.
[[nodiscard]] Result<double> geodesicLengthM(const Crs& crs, const Geometry& geometry);

} // namespace tuban
