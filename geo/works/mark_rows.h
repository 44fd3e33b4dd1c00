#pragma once

#include "geo/base/result.h"
#include "geo/plan/database.h"
#include "geo/works/mark.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// Rows of the mark tables; nothing here begins or ends a transaction.

/// Columns of a mark in the order `markOf` reads them, from a table or view under the name m.
inline constexpr std::string_view markColumns =
    "m.id, m.uid, m.subject, m.subject_uid, m.stage, m.state, m.note, m.on_date, m.recorded_at, m.observer, "
    "m.locate, m.percent, m.geom, m.distance_m, m.accuracy_m, m.void, m.corrects, m.from_m, m.to_m, "
    "m.work_layer";
/// \return Error::Corrupt naming the mark whose place cannot be read
[[nodiscard]] Result<Mark> markOf(const Statement& row);

/// The hashes of a mark's photos, in order.
[[nodiscard]] Result<std::vector<std::string>> photosOf(const Database& database, std::string_view markUid);
/// A mark whatever its state; nullopt when there is none of that uid.
[[nodiscard]] Result<std::optional<Mark>> findMark(const Database& database, std::string_view uid);

/// The first mark of a chain, and when its last was written.
struct Chain {
    std::string rootUid;
    std::string lastRecordedAt;
};
/// The chain that a mark belongs to. \return Error::NotFound
[[nodiscard]] Result<Chain> chainOf(const Database& database, std::string_view markUid);

/// Writes a mark with `rootUid`, and its list of photos, which are there already.
[[nodiscard]] Result<void>
insertMark(const Database& database, const Mark& mark, const std::string& rootUid, int srid);
/// Keeps the stretch (`mark_track`) or part (`mark_extent`) of a mark as it lies; nothing for an empty shape.
[[nodiscard]] Result<void>
insertScope(const Database& database, const Mark& mark, const Geometry& shape, int srid);
/// Keeps the content of a photo once. \return its SHA-256
[[nodiscard]] Result<std::string> keepPhoto(const Database& database, const PhotoFile& photo);

} // namespace tuban
