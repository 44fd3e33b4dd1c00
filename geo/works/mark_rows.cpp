#include "geo/works/mark_rows.h"

#include "geo/base/sha256.h"
#include "geo/shape/blob.h"

#include <optional>

namespace tuban {

namespace {

std::optional<double> realOf(const Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.real(column));
}

void bindReal(Statement& statement, int parameter, std::optional<double> value) {
    if (value) {
        statement.bind(parameter, *value);
    } else {
        statement.bindNull(parameter);
    }
}

void bindText(Statement& statement, int parameter, const std::string& text) {
    if (text.empty()) {
        statement.bindNull(parameter);
    } else {
        statement.bind(parameter, text);
    }
}

} // namespace

Result<Mark> markOf(const Statement& row) {
    const auto shape = decodeBlob(row.blob(12));
    if (!shape || shape->geometry.kind != ShapeKind::Point) {
        return failure(ErrorCode::Corrupt,
                       "mark " + std::string(row.text(1)) + ": " +
                           (shape ? "its place is no point" : shape.error().message));
    }
    Mark mark;
    mark.id = row.integer(0);
    mark.uid = row.text(1);
    mark.subject = {.layer = std::string(row.text(2)), .uid = std::string(row.text(3))};
    mark.stage = row.text(4);
    mark.state = row.text(5);
    mark.note = row.text(6);
    mark.onDate = row.text(7);
    mark.recordedAt = row.text(8);
    mark.by = row.text(9);
    mark.locate = row.text(10);
    mark.percent = realOf(row, 11);
    mark.at = shape->geometry.points.front();
    mark.distanceM = row.real(13);
    mark.accuracyM = realOf(row, 14);
    mark.isVoid = row.integer(15) != 0;
    mark.corrects = row.text(16);
    mark.fromM = realOf(row, 17);
    mark.toM = realOf(row, 18);
    mark.workLayer = row.text(19);
    return mark;
}

Result<std::vector<std::string>> photosOf(const Database& database, std::string_view markUid) {
    std::vector<std::string> photos;
    Statement rows(database, "SELECT sha256 FROM mark_photo WHERE mark_uid = ?1 ORDER BY n");
    rows.bind(1, markUid);
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        photos.emplace_back(rows.text(0));
    }
    return photos;
}

Result<std::optional<Mark>> findMark(const Database& database, std::string_view uid) {
    Statement row(database, "SELECT " + std::string(markColumns) + " FROM progress_mark m WHERE m.uid = ?1");
    const auto found = row.bind(1, uid).step();
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found) {
        return std::optional<Mark>();
    }
    auto mark = markOf(row);
    auto photos = photosOf(database, uid);
    if (!mark || !photos) {
        return std::unexpected(mark ? photos.error() : mark.error());
    }
    mark->photos = std::move(*photos);
    return std::optional(std::move(*mark));
}

Result<Chain> chainOf(const Database& database, std::string_view markUid) {
    Statement row(database,
                  "SELECT root_uid, max(recorded_at) FROM progress_mark WHERE root_uid = "
                  "(SELECT root_uid FROM progress_mark WHERE uid = ?1) GROUP BY root_uid");
    const auto found = row.bind(1, markUid).step();
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found) {
        return failure(ErrorCode::NotFound, "there is no mark " + std::string(markUid));
    }
    return Chain{std::string(row.text(0)), std::string(row.text(1))};
}

Result<void> insertMark(const Database& database, const Mark& mark, const std::string& rootUid, int srid) {
    Statement insert(database,
                     "INSERT INTO progress_mark(uid, root_uid, on_date, recorded_at, observer, subject, "
                     "subject_uid, stage, "
                     "percent, state, note, accuracy_m, distance_m, locate, corrects, void, geom, "
                     "from_m, to_m, work_layer) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, "
                     "?18, ?19, ?20)");
    insert.bind(1, mark.uid).bind(2, rootUid).bind(3, mark.onDate).bind(4, mark.recordedAt).bind(5, mark.by);
    insert.bind(6, mark.subject.layer).bind(7, mark.subject.uid);
    bindText(insert, 8, mark.stage);
    bindReal(insert, 9, mark.percent);
    insert.bind(10, mark.state);
    bindText(insert, 11, mark.note);
    bindReal(insert, 12, mark.accuracyM);
    insert.bind(13, mark.distanceM).bind(14, mark.locate);
    bindText(insert, 15, mark.corrects);
    const auto place = encodeBlob(makePoint(mark.at), srid);
    insert.bind(16, mark.isVoid ? 1 : 0).bind(17, std::span<const std::byte>(place));
    bindReal(insert, 18, mark.fromM);
    bindReal(insert, 19, mark.toM);
    bindText(insert, 20, mark.workLayer);
    if (auto done = insert.run(); !done) {
        return done;
    }
    Statement photo(database, "INSERT INTO mark_photo(mark_uid, sha256, n) VALUES (?1, ?2, ?3)");
    int n = 0;
    for (const auto& hash : mark.photos) {
        if (auto done = photo.bind(1, mark.uid).bind(2, hash).bind(3, ++n).run(); !done) {
            return done;
        }
        photo.reset();
    }
    return {};
}

Result<void> insertScope(const Database& database, const Mark& mark, const Geometry& shape, int srid) {
    if (shape.empty()) {
        return {};
    }
    Statement insert(database,
                     shape.kind == ShapeKind::Line
                         ? "INSERT INTO mark_track(mark_uid, geom) VALUES (?1, ?2)"
                         : "INSERT INTO mark_extent(mark_uid, geom) VALUES (?1, ?2)");
    const auto blob = encodeBlob(shape, srid);
    return insert.bind(1, mark.uid).bind(2, std::span<const std::byte>(blob)).run();
}

Result<std::string> keepPhoto(const Database& database, const PhotoFile& photo) {
    auto hash = sha256Hex(photo.bytes);
    Statement present(database, "SELECT 1 FROM photo WHERE sha256 = ?1");
    const auto found = present.bind(1, hash).step();
    if (!found) {
        return std::unexpected(found.error());
    }
    if (*found) {
        return hash;
    }
    Statement insert(database,
                     "INSERT INTO photo(sha256, name, media_type, size, bytes) VALUES (?1, ?2, ?3, ?4, ?5)");
    insert.bind(1, hash).bind(2, photo.name).bind(3, photo.mediaType);
    insert.bind(4, static_cast<std::int64_t>(photo.bytes.size()));
    if (auto done = insert.bind(5, std::span<const std::byte>(photo.bytes)).run(); !done) {
        return std::unexpected(done.error());
    }
    return hash;
}

} // namespace tuban
