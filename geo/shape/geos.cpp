#include "geo/shape/geos.h"

#include <geos_c.h>

#include <cmath>
#include <format>
#include <vector>

namespace tuban {

namespace {

constexpr double farthestCoordinate = 1e8;

/// GEOS calls back with its words; `context` is the text of a GeosContext.
void keepMessage(const char* message, void* context) {
    *static_cast<std::string*>(context) = message == nullptr ? "" : message;
}

std::unexpected<Error> refused(const GeosContext& context) {
    return failure(ErrorCode::BadGeometry,
                   context.lastMessage().empty() ? "GEOS refused the shape" : context.lastMessage());
}

/// Makes GEOS geometries from the flat arrays; null when GEOS refuses.
class Builder {
public:
    Builder(const GeosContext& context, const Geometry& source) : m_context(context), m_source(source) {}

    GeosPointer whole() {
        const bool area = m_source.kind == ShapeKind::Area;
        const std::size_t count = area ? m_source.polygonEnds.size() : m_source.partEnds.size();
        if (count == 1) {
            return single(0);
        }
        std::vector<GeosPointer> parts;
        for (std::size_t i = 0; i < count; ++i) {
            parts.push_back(single(i));
            if (!parts.back()) {
                return nullptr;
            }
        }
        auto raw = released(parts);
        return owned(GEOSGeom_createCollection_r(
            handle(), multiType(), raw.data(), static_cast<unsigned>(raw.size())));
    }

private:
    [[nodiscard]] GEOSContextHandle_t handle() const { return m_context.handle(); }
    [[nodiscard]] GeosPointer owned(GEOSGeometry* raw) const { return {raw, GeosDeleter{handle()}}; }

    [[nodiscard]] int multiType() const {
        switch (m_source.kind) {
        case ShapeKind::Point:
            return GEOS_MULTIPOINT;
        case ShapeKind::Line:
            return GEOS_MULTILINESTRING;
        case ShapeKind::Area:
            return GEOS_MULTIPOLYGON;
        }
        return GEOS_GEOMETRYCOLLECTION;
    }

    [[nodiscard]] GeosPointer single(std::size_t index) const {
        switch (m_source.kind) {
        case ShapeKind::Point:
            return owned(GEOSGeom_createPoint_r(handle(), sequence(index)));
        case ShapeKind::Line:
            return owned(GEOSGeom_createLineString_r(handle(), sequence(index)));
        case ShapeKind::Area:
            return polygon(index);
        }
        return nullptr;
    }

    [[nodiscard]] GeosPointer polygon(std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : m_source.polygonEnds[index - 1];
        std::vector<GeosPointer> rings;
        for (std::size_t ring = begin; ring < m_source.polygonEnds[index]; ++ring) {
            rings.push_back(owned(GEOSGeom_createLinearRing_r(handle(), sequence(ring))));
            if (!rings.back()) {
                return nullptr;
            }
        }
        if (rings.empty()) {
            return nullptr;
        }
        auto raw = released(rings);
        return owned(GEOSGeom_createPolygon_r(
            handle(), raw.front(), raw.data() + 1, static_cast<unsigned>(raw.size() - 1)));
    }

    [[nodiscard]] GEOSCoordSequence* sequence(std::size_t part) const {
        const auto points = m_source.part(part);
        std::vector<double> ordinates;
        ordinates.reserve(points.size() * 2);
        for (const Point p : points) {
            ordinates.push_back(p.x);
            ordinates.push_back(p.y);
        }
        return GEOSCoordSeq_copyFromBuffer_r(
            handle(), ordinates.data(), static_cast<unsigned>(points.size()), 0, 0);
    }

    static std::vector<GEOSGeometry*> released(std::vector<GeosPointer>& owners) {
        std::vector<GEOSGeometry*> raw;
        for (auto& owner : owners) {
            raw.push_back(owner.release());
        }
        return raw;
    }

    const GeosContext& m_context;
    const Geometry& m_source;
};

/// Collects the parts of one kind from a GEOS geometry; false when GEOS fails.
class Taker {
public:
    Taker(GEOSContextHandle_t handle, Geometry& target) : m_handle(handle), m_target(target) {}

    bool take(const GEOSGeometry* geometry) {
        if (geometry == nullptr) {
            return false;
        }
        if (GEOSisEmpty_r(m_handle, geometry) == 1) {
            return true;
        }
        switch (GEOSGeomTypeId_r(m_handle, geometry)) {
        case GEOS_POINT:
            return m_target.kind != ShapeKind::Point || part(geometry);
        case GEOS_LINESTRING:
        case GEOS_LINEARRING:
            return m_target.kind != ShapeKind::Line || part(geometry);
        case GEOS_POLYGON:
            return m_target.kind != ShapeKind::Area || polygon(geometry);
        default:
            return members(geometry);
        }
    }

private:
    bool members(const GEOSGeometry* collection) {
        const int count = GEOSGetNumGeometries_r(m_handle, collection);
        for (int i = 0; i < count; ++i) {
            if (!take(GEOSGetGeometryN_r(m_handle, collection, i))) {
                return false;
            }
        }
        return count >= 0;
    }

    bool polygon(const GEOSGeometry* polygon) {
        if (!part(GEOSGetExteriorRing_r(m_handle, polygon))) {
            return false;
        }
        const int holes = GEOSGetNumInteriorRings_r(m_handle, polygon);
        for (int i = 0; i < holes; ++i) {
            if (!part(GEOSGetInteriorRingN_r(m_handle, polygon, i))) {
                return false;
            }
        }
        m_target.polygonEnds.push_back(static_cast<std::uint32_t>(m_target.partEnds.size()));
        return holes >= 0;
    }

    bool part(const GEOSGeometry* simple) {
        const auto* const sequence = simple == nullptr ? nullptr : GEOSGeom_getCoordSeq_r(m_handle, simple);
        unsigned count = 0;
        if (sequence == nullptr || GEOSCoordSeq_getSize_r(m_handle, sequence, &count) != 1) {
            return false;
        }
        if (count == 0) { // a hole of nothing, as WKT can have it
            return true;
        }
        std::vector<double> ordinates(std::size_t{count} * 2);
        if (GEOSCoordSeq_copyToBuffer_r(m_handle, sequence, ordinates.data(), 0, 0) != 1) {
            return false;
        }
        for (std::size_t i = 0; i < ordinates.size(); i += 2) {
            m_target.points.push_back({ordinates[i], ordinates[i + 1]});
        }
        m_target.partEnds.push_back(static_cast<std::uint32_t>(m_target.points.size()));
        return true;
    }

    GEOSContextHandle_t m_handle;
    Geometry& m_target;
};

} // namespace

GeosContext::GeosContext() : m_handle(GEOS_init_r()) {
    GEOSContext_setErrorMessageHandler_r(m_handle, keepMessage, &m_message);
}

GeosContext::~GeosContext() {
    GEOS_finish_r(m_handle);
}

void GeosDeleter::operator()(GEOSGeom_t* geometry) const {
    GEOSGeom_destroy_r(context, geometry);
}

Result<GeosPointer> toGeos(const GeosContext& context, const Geometry& geometry) {
    for (const Point p : geometry.points) {
        // Written so that a NaN fails too.
        if (!(std::abs(p.x) <= farthestCoordinate && std::abs(p.y) <= farthestCoordinate)) {
            return failure(ErrorCode::BadGeometry, std::format("coordinate {} {} is out of range", p.x, p.y));
        }
    }
    auto made = Builder(context, geometry).whole();
    if (!made) {
        return refused(context);
    }
    return made;
}

Result<Geometry> fromGeos(const GeosContext& context, const GEOSGeom_t* geometry, ShapeKind kind) {
    Geometry taken{.kind = kind, .points = {}, .partEnds = {}, .polygonEnds = {}};
    if (!Taker(context.handle(), taken).take(geometry)) {
        return refused(context);
    }
    return taken;
}

} // namespace tuban
