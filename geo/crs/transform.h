#pragma once

#include "geo/base/result.h"
#include "geo/crs/crs.h"
#include "geo/shape/geometry.h"

#include <memory>
#include <span>

namespace tuban {

/// Turns positions of one system into another by PROJ. Order is always x = east or longitude, y = north or
/// latitude. WGS 84 and CGCS2000 are taken as one datum. Systems on Beijing 54 or Xi'an 80 are refused
/// towards CGCS2000 with Error::BadCrs, because PROJ would shift them by nothing where the truth is tens of
/// metres. Thread rule: one object per thread; move-only.
class Transform {
public:
    [[nodiscard]] static Result<Transform> between(const Crs& from, const Crs& to);
    ~Transform();
    Transform(Transform&&) noexcept;
    Transform& operator=(Transform&&) noexcept;

    /// \return Error::BadCrs for a position that cannot be transformed
    [[nodiscard]] Result<Point> apply(Point position) const;
    /// In place, all or nothing is promised only on success.
    [[nodiscard]] Result<void> apply(std::span<Point> positions) const;
    [[nodiscard]] Result<Geometry> apply(Geometry geometry) const;
    [[nodiscard]] bool identity() const;

private:
    struct Parts;
    explicit Transform(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// Longitude/latitude (degrees, CGCS2000 ≡ WGS 84) to Web Mercator world coordinates in 0..1 (x east, y
/// south), the frame in which the map is drawn; and back. For display only, never for measuring.
[[nodiscard]] Point worldFromGeo(Point lonLat);
[[nodiscard]] Point geoFromWorld(Point world);

} // namespace tuban
