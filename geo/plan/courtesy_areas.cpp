#include "geo/plan/courtesy_areas.h"

#include "geo/measure/area.h"
#include "geo/plan/sqlite.h"
#include "geo/shape/blob.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace tuban {

namespace {

struct Figures {
    std::string uid;
    Value planarM2, ellipsoidalM2;
};

bool isStale(const Value& kept, const Value& wanted) {
    const auto* have = std::get_if<double>(&kept);
    const auto* want = std::get_if<double>(&wanted);
    if (have == nullptr || want == nullptr) {
        return isNull(kept) != isNull(wanted);
    }
    return std::abs(*have - *want) > 1e-6 * std::max(1.0, std::abs(*want));
}

/// The planar figure tells that a shape was changed; the dear one is only computed then.
Result<std::vector<Figures>>
staleFigures(const Database& database, const Layer& layer, const EllipsoidalArea& ellipsoidal) {
    std::vector<Figures> stale;
    Statement rows(database, "SELECT uid, geom, area_planar_m2 FROM " + quotedName(layer.name));
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        std::optional<Geometry> shape;
        if (!rows.isNull(1)) {
            auto decoded = decodeBlob(rows.blob(1));
            if (!decoded) {
                continue;
            }
            shape = std::move(decoded->geometry);
        }
        const Value planar = shape ? Value(planarAreaM2(*shape)) : Value();
        if (isStale(rows.value(2), planar)) {
            stale.push_back(
                {std::string(rows.text(0)), planar, shape ? Value(ellipsoidal.of(*shape)) : Value()});
        }
    }
    return stale;
}

} // namespace

Result<std::vector<std::string>> refreshAreas(const Plan& plan, const Layer& layer) {
    std::vector<std::string> uids;
    if (layer.column("area_planar_m2") == nullptr || layer.column("area_ellip_m2") == nullptr) {
        return uids;
    }
    const auto ellipsoidal = EllipsoidalArea::forCrs(plan.crs());
    if (!ellipsoidal) {
        return std::unexpected(ellipsoidal.error());
    }
    const auto stale = staleFigures(plan.database(), layer, *ellipsoidal);
    if (!stale) {
        return std::unexpected(stale.error());
    }
    Statement update(plan.database(),
                     "UPDATE " + quotedName(layer.name) +
                         " SET area_planar_m2 = ?2, area_ellip_m2 = ?3 WHERE uid = ?1");
    for (const Figures& figures : *stale) {
        const auto updated =
            update.bind(1, figures.uid).bind(2, figures.planarM2).bind(3, figures.ellipsoidalM2).run();
        if (!updated) {
            return std::unexpected(updated.error());
        }
        uids.push_back(figures.uid);
    }
    return uids;
}

} // namespace tuban
