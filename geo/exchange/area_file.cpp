#include "geo/exchange/area_file.h"

#include "geo/crs/transform.h"
#include "geo/exchange/source.h"
#include "geo/exchange/source_crs.h"

#include <utility>

namespace tuban {

namespace {

struct RawAreas {
    Geometry areas;
    std::string unusable; ///< of the first shape that could not be used
};

Result<RawAreas> readAreas(Source& source) {
    RawAreas raw;
    const auto read = readRows(source, RowRequest(), {}, [&](SourceRow&& row) {
        if (raw.unusable.empty()) {
            raw.unusable = row.shape.unusable;
        }
        if (row.shape.geometry.kind == ShapeKind::Area && !row.shape.geometry.empty()) {
            if (raw.areas.empty()) {
                raw.areas = std::move(row.shape.geometry);
            } else {
                append(raw.areas, row.shape.geometry);
            }
        }
        return true;
    });
    return read ? Result<RawAreas>(std::move(raw)) : std::unexpected(read.error());
}

} // namespace

Result<Geometry> readAreaFile(const std::string& path, const std::string& crsOption, const Crs& planCrs) {
    SourceRequest request;
    request.path = path;
    auto source = openSource(request);
    if (!source) {
        return std::unexpected(source.error());
    }
    auto raw = readAreas(*source);
    if (!raw) {
        return within(path, raw.error());
    }
    if (raw->areas.empty()) {
        return failure(ErrorCode::BadGeometry,
                       path + " has no area in it" + (raw->unusable.empty() ? "" : ": " + raw->unusable));
    }
    const auto crs = chooseCrs(crsOption, crsTextOf(*source), raw->areas.box(), planCrs);
    if (!crs) {
        return within(path, crs.error());
    }
    if (crs->swapped) {
        for (auto& point : raw->areas.points) {
            std::swap(point.x, point.y);
        }
    }
    const auto transform = Transform::between(crs->crs, planCrs);
    if (!transform) {
        return within(path, transform.error());
    }
    auto placed = transform->apply(std::move(raw->areas));
    return placed ? std::move(placed) : Result<Geometry>(within(path, placed.error()));
}

} // namespace tuban
