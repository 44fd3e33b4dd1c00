#pragma once

#include "geo/base/result.h"
#include "geo/shape/geometry.h"

#include <memory>
#include <string>

struct GEOSContextHandle_HS;
struct GEOSGeom_t;

namespace tuban {

/// One GEOS context with its last message; all GEOS calls of a thread go through one of these.
/// Thread rule: one per thread, never shared. GEOS handles made with it must not outlive it.
class GeosContext {
public:
    GeosContext();
    ~GeosContext();
    GeosContext(const GeosContext&) = delete;
    GeosContext& operator=(const GeosContext&) = delete;
    [[nodiscard]] GEOSContextHandle_HS* handle() const { return m_handle; }
    [[nodiscard]] const std::string& lastMessage() const { return m_message; }

private:
    GEOSContextHandle_HS* m_handle;
    std::string m_message;
};

struct GeosDeleter {
    GEOSContextHandle_HS* context = nullptr;
    void operator()(GEOSGeom_t* geometry) const;
};
using GeosPointer = std::unique_ptr<GEOSGeom_t, GeosDeleter>;

/// \return Error::BadGeometry with GEOS' words, also for coordinates that are not finite or beyond 1e8
[[nodiscard]] Result<GeosPointer> toGeos(const GeosContext& context, const Geometry& geometry);

/// Takes the parts of `kind` out of any GEOS geometry (collections included); others are dropped.
[[nodiscard]] Result<Geometry>
fromGeos(const GeosContext& context, const GEOSGeom_t* geometry, ShapeKind kind);

} // namespace tuban
