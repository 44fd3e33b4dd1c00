#include "geo/shape/validity.h"

#include <geos_c.h>

#include <memory>

namespace tuban {

namespace {

struct ParamsDeleter {
    GEOSContextHandle_t context;
    void operator()(GEOSMakeValidParams* params) const { GEOSMakeValidParams_destroy_r(context, params); }
};
using ParamsPointer = std::unique_ptr<GEOSMakeValidParams, ParamsDeleter>;

/// The reason GEOS gives, which it allocated.
std::string takenText(GEOSContextHandle_t handle, char* text) {
    std::string copy = text == nullptr ? "" : text;
    GEOSFree_r(handle, text);
    return copy;
}

} // namespace

Validity validityOf(const GeosContext& context, const Geometry& geometry) {
    const auto shape = toGeos(context, geometry);
    if (!shape) {
        return {.valid = false,
                .reason = shape.error().message,
                .at = geometry.empty() ? Point{} : geometry.points.front()};
    }
    char* reason = nullptr;
    GEOSGeometry* where = nullptr;
    const char answer = GEOSisValidDetail_r(context.handle(), shape->get(), 0, &reason, &where);
    const GeosPointer location{where, GeosDeleter{context.handle()}};
    Validity validity{.valid = answer == 1, .reason = takenText(context.handle(), reason), .at = {}};
    if (location) {
        GEOSGeomGetX_r(context.handle(), location.get(), &validity.at.x);
        GEOSGeomGetY_r(context.handle(), location.get(), &validity.at.y);
    }
    if (answer == 2) {
        validity.reason = context.lastMessage();
    }
    return validity;
}

Result<Geometry> repaired(const GeosContext& context, const Geometry& geometry) {
    const auto shape = toGeos(context, geometry);
    if (!shape) {
        return std::unexpected(shape.error());
    }
    const ParamsPointer params{GEOSMakeValidParams_create_r(context.handle()),
                               ParamsDeleter{context.handle()}};
    GEOSMakeValidParams_setMethod_r(context.handle(), params.get(), GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(context.handle(), params.get(), 0);
    const GeosPointer made{GEOSMakeValidWithParams_r(context.handle(), shape->get(), params.get()),
                           GeosDeleter{context.handle()}};
    if (!made) {
        return failure(ErrorCode::BadGeometry, context.lastMessage());
    }
    auto taken = fromGeos(context, made.get(), geometry.kind);
    if (taken && taken->empty()) {
        return failure(ErrorCode::BadGeometry, "nothing is left of the shape when it is repaired");
    }
    return taken;
}

} // namespace tuban
