#include "geo/plan/companions.h"

#include "geo/base/uid.h"
#include "geo/plan/sqlite.h"
#include "geo/shape/blob.h"

#include <algorithm>
#include <cmath>

namespace tuban {

bool isFinite(const Geometry& geometry) {
    return std::ranges::all_of(geometry.points,
                               [](Point point) { return std::isfinite(point.x) && std::isfinite(point.y); });
}

Result<void> Companions::replace(const FeatureEdit& edit, std::string_view uid) const {
    for (const Layer::Companion& companion : m_layer->companions) {
        const auto named = [&](const auto& further) { return further.first == companion.table; };
        if (std::ranges::none_of(edit.companions, named)) {
            continue;
        }
        auto done = clear(companion, uid);
        for (const auto& [table, shape] : edit.companions) {
            if (done && table == companion.table && !shape.empty()) {
                done = insert(companion, shape, uid);
            }
        }
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<void> Companions::removeAll(std::string_view uid) const {
    for (const Layer::Companion& companion : m_layer->companions) {
        if (const auto cleared = clear(companion, uid); !cleared) {
            return cleared;
        }
    }
    return {};
}

Result<void> Companions::clear(const Layer::Companion& companion, std::string_view uid) const {
    Statement statement(m_plan->database(),
                        "DELETE FROM " + quotedName(companion.table) + " WHERE of_uid = ?1");
    return statement.bind(1, uid).run();
}

Result<void>
Companions::insert(const Layer::Companion& companion, const Geometry& shape, std::string_view uid) const {
    if (shape.kind != companion.geometry || !isFinite(shape)) {
        return failure(ErrorCode::BadGeometry,
                       m_layer->name + ":" + std::string(uid) + ": a shape for " + companion.table +
                           " is of another kind or has coordinates that are no numbers");
    }
    Statement statement(m_plan->database(),
                        "INSERT INTO " + quotedName(companion.table) +
                            "(uid, of_uid, geom) VALUES (?1, ?2, ?3)");
    const auto blob = encodeBlob(shape, m_plan->crs().epsg);
    return statement.bind(1, newUid()).bind(2, uid).bind(3, std::span<const std::byte>(blob)).run();
}

} // namespace tuban
