#include "geo/shape/cut.h"

#include <geos_c.h>

namespace tuban {

namespace {

std::unexpected<Error> refused(const GeosContext& context) {
    return failure(ErrorCode::BadGeometry, "the areas cannot be cut: " + context.lastMessage());
}

Geometry noArea() {
    Geometry nothing;
    nothing.kind = ShapeKind::Area;
    return nothing;
}

} // namespace

Result<AreaCut> cutArea(const GeosContext& context, const Geometry& area, const Geometry& by) {
    AreaCut cut{noArea(), noArea()};
    if (area.empty() || by.empty() || !area.box().intersects(by.box())) {
        cut.left = area;
        return cut;
    }
    const auto whole = toGeos(context, area);
    const auto knife = toGeos(context, by);
    if (!whole || !knife) {
        return std::unexpected(whole ? knife.error() : whole.error());
    }
    const auto handle = context.handle();
    const GeosPointer inside(GEOSIntersection_r(handle, whole->get(), knife->get()), {handle});
    const GeosPointer left(GEOSDifference_r(handle, whole->get(), knife->get()), {handle});
    if (!inside || !left) {
        return refused(context);
    }
    auto in = fromGeos(context, inside.get(), ShapeKind::Area);
    auto out = fromGeos(context, left.get(), ShapeKind::Area);
    if (!in || !out) {
        return std::unexpected(in ? out.error() : in.error());
    }
    return AreaCut{std::move(*in), std::move(*out)};
}

Result<Geometry> unionOf(const GeosContext& context, const Geometry& areas) {
    if (areas.empty()) {
        return noArea();
    }
    const auto all = toGeos(context, areas);
    if (!all) {
        return std::unexpected(all.error());
    }
    const GeosPointer merged(GEOSUnaryUnion_r(context.handle(), all->get()), {context.handle()});
    return merged ? fromGeos(context, merged.get(), ShapeKind::Area) : refused(context);
}

} // namespace tuban
