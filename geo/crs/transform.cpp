#include "geo/crs/transform.h"

#include "geo/crs/proj.h"

#include <array>
#include <cmath>
#include <format>
#include <numbers>
#include <vector>

namespace tuban {

namespace {

/// One call of PROJ: an operation with its order made east, north, and the way it is run.
struct Leg {
    ProjPointer operation;
    PJ_DIRECTION direction = PJ_FWD;
};

struct Side {
    ProjPointer crs;
    DatumInfo datum;
    bool geographic = false;
};

Result<Side> sideOf(PJ_CONTEXT* context, const Crs& crs) {
    auto made = projFromWkt(context, crs.wkt);
    if (!made) {
        return within(crs.code(), made.error());
    }
    auto datum = datumOf(context, made->get());
    return Side{std::move(*made), std::move(datum), crs.geographic};
}

/// An operation between two systems with x = east or longitude in degrees on both sides.
Result<ProjPointer> operationBetween(PJ_CONTEXT* context, const PJ* from, const PJ* to) {
    static constexpr std::array<const char*, 2> options{"ALLOW_BALLPARK=NO", nullptr};
    const ProjPointer raw(proj_create_crs_to_crs_from_pj(context, from, to, nullptr, options.data()));
    ProjPointer normal(raw ? proj_normalize_for_visualization(context, raw.get()) : nullptr);
    if (!normal) {
        return failure(
            ErrorCode::BadCrs,
            std::format("no known transformation from {} to {}; save the data in the plan's system "
                        "with the program it came from",
                        proj_get_name(from),
                        proj_get_name(to)));
    }
    return normal;
}

/// The projection of a system alone, from longitude and latitude on its own datum.
Result<void> addProjection(PJ_CONTEXT* context, const Side& side, PJ_DIRECTION way, std::vector<Leg>& legs) {
    if (side.geographic) {
        return {};
    }
    const ProjPointer base(proj_crs_get_geodetic_crs(context, side.crs.get()));
    auto projection = operationBetween(context, base.get(), side.crs.get());
    if (!projection) {
        return std::unexpected(projection.error());
    }
    legs.push_back({std::move(*projection), way});
    return {};
}

/// From a system on another datum to WGS 84 degrees, or back, by what PROJ knows of it.
Result<void> addDatumShift(PJ_CONTEXT* context, const Side& side, PJ_DIRECTION way, std::vector<Leg>& legs) {
    const ProjPointer wgs84(proj_create(context, "EPSG:4326"));
    auto shift = operationBetween(context, wgs84.get(), side.crs.get());
    if (!shift) {
        return std::unexpected(shift.error());
    }
    legs.push_back({std::move(*shift), way});
    return {};
}

Result<void> addSide(PJ_CONTEXT* context, const Side& side, PJ_DIRECTION way, std::vector<Leg>& legs) {
    return side.datum.family == DatumFamily::Global ? addProjection(context, side, way, legs)
                                                    : addDatumShift(context, side, way, legs);
}

bool oldChineseDatum(const DatumInfo& datum) {
    return datum.family == DatumFamily::Beijing || datum.family == DatumFamily::Xian;
}

bool sameDatum(const DatumInfo& one, const DatumInfo& other) {
    return one.family == other.family && (one.family == DatumFamily::Global || one.name == other.name);
}

bool sameSystem(PJ_CONTEXT* context, const Side& from, const Side& to) {
    const bool bothDegrees = from.geographic && to.geographic && from.datum.family == DatumFamily::Global &&
                             sameDatum(from.datum, to.datum);
    return bothDegrees ||
           proj_is_equivalent_to_with_ctx(
               context, from.crs.get(), to.crs.get(), PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
}

Result<std::vector<Leg>> legsBetween(PJ_CONTEXT* context, const Side& from, const Side& to) {
    std::vector<Leg> legs;
    Result<void> added;
    if (sameDatum(from.datum, to.datum)) {
        added = addProjection(context, from, PJ_INV, legs);
        if (added) {
            added = addProjection(context, to, PJ_FWD, legs);
        }
    } else {
        added = addSide(context, from, PJ_INV, legs);
        if (added) {
            added = addSide(context, to, PJ_FWD, legs);
        }
    }
    if (!added) {
        return std::unexpected(added.error());
    }
    return legs;
}

} // namespace

struct Transform::Parts {
    ProjContextPointer context; // before the legs, which must not outlive it
    std::vector<Leg> legs;
};

Transform::Transform(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Transform::~Transform() = default;
Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform&&) noexcept = default;

Result<Transform> Transform::between(const Crs& from, const Crs& to) {
    auto parts = std::make_unique<Parts>();
    if (from.wkt == to.wkt) {
        return Transform(std::move(parts));
    }
    parts->context = makeProjContext();
    PJ_CONTEXT* const context = parts->context.get();
    const auto source = sideOf(context, from);
    const auto target = sideOf(context, to);
    if (!source || !target) {
        return std::unexpected(source ? target.error() : source.error());
    }
    if (!sameDatum(source->datum, target->datum) &&
        (oldChineseDatum(source->datum) || oldChineseDatum(target->datum))) {
        return failure(
            ErrorCode::BadCrs,
            std::format("no public parameters lead from {} to {} (tens of metres apart); have the data "
                        "converted by the survey office first",
                        from.code(),
                        to.code()));
    }
    if (sameSystem(context, *source, *target)) {
        return Transform(std::move(parts));
    }
    auto legs = legsBetween(context, *source, *target);
    if (!legs) {
        return std::unexpected(legs.error());
    }
    parts->legs = std::move(*legs);
    return Transform(std::move(parts));
}

bool Transform::identity() const {
    return m_parts->legs.empty();
}

Result<void> Transform::apply(std::span<Point> positions) const {
    if (identity() || positions.empty()) {
        return {};
    }
    for (const Leg& leg : m_parts->legs) {
        proj_trans_generic(leg.operation.get(),
                           leg.direction,
                           &positions.front().x,
                           sizeof(Point),
                           positions.size(),
                           &positions.front().y,
                           sizeof(Point),
                           positions.size(),
                           nullptr,
                           0,
                           0,
                           nullptr,
                           0,
                           0);
    }
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (!std::isfinite(positions[i].x) || !std::isfinite(positions[i].y)) {
            return failure(ErrorCode::BadCrs,
                           std::format("position {} lies outside the coordinate system", i + 1));
        }
    }
    return {};
}

Result<Point> Transform::apply(Point position) const {
    Point moved = position;
    if (!apply(std::span(&moved, 1))) {
        return failure(
            ErrorCode::BadCrs,
            std::format("position {}, {} lies outside the coordinate system", position.x, position.y));
    }
    return moved;
}

Result<Geometry> Transform::apply(Geometry geometry) const {
    if (auto moved = apply(std::span(geometry.points)); !moved) {
        return std::unexpected(moved.error());
    }
    return geometry;
}

Point worldFromGeo(Point lonLat) {
    const double latitude = lonLat.y * std::numbers::pi / 180;
    return {lonLat.x / 360 + 0.5, 0.5 - std::asinh(std::tan(latitude)) / (2 * std::numbers::pi)};
}

Point geoFromWorld(Point world) {
    const double latitude = std::atan(std::sinh((0.5 - world.y) * 2 * std::numbers::pi));
    return {(world.x - 0.5) * 360, latitude * 180 / std::numbers::pi};
}

} // namespace tuban
