#include "geo/shape/likeness.h"

#include <geos_c.h>

#include <algorithm>
#include <cmath>

namespace tuban {
namespace {

bool isNear(Point first, Point second) {
    return std::abs(first.x - second.x) <= sameWithinM && std::abs(first.y - second.y) <= sameWithinM;
}

double lengthOf(const GeosContext& geos, const GEOSGeometry* geometry) {
    double length = 0;
    return geometry != nullptr && GEOSLength_r(geos.handle(), geometry, &length) == 1 ? length : 0;
}

double areaOf(const GeosContext& geos, const GEOSGeometry* geometry) {
    double area = 0;
    return geometry != nullptr && GEOSArea_r(geos.handle(), geometry, &area) == 1 ? area : 0;
}

GeosPointer own(const GeosContext& geos, GEOSGeometry* geometry) {
    return {geometry, GeosDeleter{geos.handle()}};
}

double likenessOfAreas(const GeosContext& geos, const GEOSGeometry* first, const GEOSGeometry* second) {
    const double common = areaOf(geos, own(geos, GEOSIntersection_r(geos.handle(), first, second)).get());
    const double both = areaOf(geos, first) + areaOf(geos, second) - common;
    return both > 0 ? common / both : 0;
}

double shareNear(const GeosContext& geos, const GEOSGeometry* line, const GEOSGeometry* other) {
    constexpr double nearM = 0.5;
    constexpr int segments = 4;
    const auto strip = own(geos, GEOSBuffer_r(geos.handle(), other, nearM, segments));
    if (strip == nullptr) {
        return 0;
    }
    const double length = lengthOf(geos, line);
    return length > 0
               ? lengthOf(geos, own(geos, GEOSIntersection_r(geos.handle(), line, strip.get())).get()) /
                     length
               : 0;
}

/// Programs turn rings, begin them elsewhere and sort parts: GEOS' normal form undoes that.
bool isSameInAnyOrder(const GeosContext& geos, const Geometry& first, const Geometry& second) {
    const auto one = toGeos(geos, first);
    const auto other = toGeos(geos, second);
    if (!one || !other || GEOSNormalize_r(geos.handle(), one->get()) != 0 ||
        GEOSNormalize_r(geos.handle(), other->get()) != 0) {
        return false;
    }
    return GEOSEqualsExact_r(geos.handle(), one->get(), other->get(), sameWithinM) == 1;
}

double likenessOfPoints(Point first, Point second) {
    constexpr double sureM = 0.5;
    constexpr double unlikeM = 20;
    const double distanceM = std::hypot(first.x - second.x, first.y - second.y);
    return distanceM <= sureM ? 1 : std::max(0.0, 1 - distanceM / unlikeM);
}

} // namespace

bool isSameShape(const GeosContext& geos, const Geometry& first, const Geometry& second) {
    if (first.kind != second.kind || first.points.size() != second.points.size() ||
        first.partEnds.size() != second.partEnds.size()) {
        return false;
    }
    if (first.partEnds == second.partEnds && std::ranges::equal(first.points, second.points, isNear)) {
        return true;
    }
    const auto box = first.box();
    const auto other = second.box();
    if (first.kind == ShapeKind::Point || !isNear({box.minX, box.minY}, {other.minX, other.minY}) ||
        !isNear({box.maxX, box.maxY}, {other.maxX, other.maxY})) {
        return false;
    }
    return isSameInAnyOrder(geos, first, second);
}

double likeness(const GeosContext& geos, const Geometry& first, const Geometry& second) {
    if (first.kind != second.kind || first.empty() || second.empty()) {
        return 0;
    }
    if (first.kind == ShapeKind::Point) {
        return likenessOfPoints(first.points[0], second.points[0]);
    }
    const auto one = toGeos(geos, first);
    const auto other = toGeos(geos, second);
    if (!one || !other) {
        return 0;
    }
    return first.kind == ShapeKind::Area ? likenessOfAreas(geos, one->get(), other->get())
                                         : std::min(shareNear(geos, one->get(), other->get()),
                                                    shareNear(geos, other->get(), one->get()));
}

} // namespace tuban
