#include "geo/shape/set_operations.h"

#include <geos_c.h>

#include <utility>
#include <vector>

namespace tuban {

namespace {

using Operation = GEOSGeometry* (*)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*);

Result<Geometry> taken(const GeosContext& context, GEOSGeometry* raw) {
    const GeosPointer result{raw, GeosDeleter{context.handle()}};
    if (!result) {
        return failure(ErrorCode::BadGeometry, context.lastMessage());
    }
    return fromGeos(context, result.get(), ShapeKind::Area);
}

Result<Geometry>
both(const GeosContext& context, const Geometry& first, const Geometry& second, Operation operation) {
    const auto a = toGeos(context, first);
    if (!a) {
        return std::unexpected(a.error());
    }
    const auto b = toGeos(context, second);
    if (!b) {
        return std::unexpected(b.error());
    }
    return taken(context, operation(context.handle(), a->get(), b->get()));
}

Result<GeosPointer> collectionOf(const GeosContext& context, std::span<const Geometry> areas) {
    std::vector<GeosPointer> parts;
    for (const Geometry& area : areas) {
        auto part = toGeos(context, area);
        if (!part) {
            return std::unexpected(part.error());
        }
        parts.push_back(std::move(*part));
    }
    std::vector<GEOSGeometry*> raw;
    raw.reserve(parts.size());
    for (auto& part : parts) {
        raw.push_back(part.release());
    }
    GeosPointer all{
        GEOSGeom_createCollection_r(
            context.handle(), GEOS_GEOMETRYCOLLECTION, raw.data(), static_cast<unsigned>(raw.size())),
        GeosDeleter{context.handle()}};
    if (!all) {
        return failure(ErrorCode::BadGeometry, context.lastMessage());
    }
    return all;
}

} // namespace

Result<Geometry> intersectionOf(const GeosContext& context, const Geometry& first, const Geometry& second) {
    return both(context, first, second, GEOSIntersection_r);
}

Result<Geometry> differenceOf(const GeosContext& context, const Geometry& from, const Geometry& part) {
    return both(context, from, part, GEOSDifference_r);
}

Result<Geometry> unionOf(const GeosContext& context, std::span<const Geometry> areas) {
    const auto all = collectionOf(context, areas);
    return all ? taken(context, GEOSUnaryUnion_r(context.handle(), all->get()))
               : std::unexpected(all.error());
}

Result<std::vector<bool>>
coverageFaults(const GeosContext& context, std::span<const Geometry> areas, double gapWidthM) {
    const auto all = collectionOf(context, areas);
    if (!all) {
        return std::unexpected(all.error());
    }
    GEOSGeometry* raw = nullptr;
    const int answer = GEOSCoverageIsValid_r(context.handle(), all->get(), gapWidthM, &raw);
    const GeosPointer edges{raw, GeosDeleter{context.handle()}};
    if (answer == 2) {
        return failure(ErrorCode::BadGeometry, context.lastMessage());
    }
    std::vector<bool> faults(areas.size(), false);
    for (std::size_t i = 0; edges && i < faults.size(); ++i) {
        const GEOSGeometry* const own =
            GEOSGetGeometryN_r(context.handle(), edges.get(), static_cast<int>(i));
        faults[i] = own != nullptr && GEOSisEmpty_r(context.handle(), own) == 0;
    }
    return faults;
}

Result<Geometry> bufferOf(const GeosContext& context, const Geometry& geometry, double distanceM) {
    const auto shape = toGeos(context, geometry);
    if (!shape) {
        return std::unexpected(shape.error());
    }
    return taken(context, GEOSBuffer_r(context.handle(), shape->get(), distanceM, quarterCircleSegments));
}

Result<double> distanceOf(const GeosContext& context, const Geometry& first, const Geometry& second) {
    const auto a = toGeos(context, first);
    const auto b = toGeos(context, second);
    if (!a || !b) {
        return std::unexpected(a ? b.error() : a.error());
    }
    double distance = 0;
    if (GEOSDistance_r(context.handle(), a->get(), b->get(), &distance) != 1) {
        return failure(ErrorCode::BadGeometry, context.lastMessage());
    }
    return distance;
}

} // namespace tuban
