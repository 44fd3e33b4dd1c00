#include "geo/works/mark.h"
#include "geo/works/mark_rows.h"
#include "geo/works/subject.h"

#include <algorithm>
#include <map>

namespace tuban {

namespace {

constexpr std::string_view newestFirst = " ORDER BY m.on_date DESC, m.recorded_at DESC, m.uid DESC";

Result<std::vector<Mark>> readAll(Statement& rows) {
    std::vector<Mark> marks;
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        auto mark = markOf(rows);
        if (!mark) {
            return std::unexpected(mark.error());
        }
        marks.push_back(std::move(*mark));
    }
    return marks;
}

/// The photos of every mark at once: one reading instead of one for each.
Result<void> addPhotos(const Database& database, std::vector<Mark>& marks) {
    std::map<std::string, std::vector<std::string>, std::less<>> photos;
    Statement rows(database, "SELECT mark_uid, sha256 FROM mark_photo ORDER BY mark_uid, n");
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        photos[std::string(rows.text(0))].emplace_back(rows.text(1));
    }
    for (auto& mark : marks) {
        if (const auto found = photos.find(mark.uid); found != photos.end()) {
            mark.photos = found->second;
        }
    }
    return {};
}

} // namespace

Result<std::vector<Mark>> liveMarks(const Plan& plan, const FeatureRef& subject) {
    Statement rows(plan.database(),
                   "SELECT " + std::string(markColumns) +
                       " FROM v_mark_live m WHERE m.subject = ?1 AND m.subject_uid = ?2" +
                       std::string(newestFirst));
    rows.bind(1, subject.layer).bind(2, subject.uid);
    auto marks = readAll(rows);
    if (!marks) {
        return marks;
    }
    for (auto& mark : *marks) {
        auto photos = photosOf(plan.database(), mark.uid);
        if (!photos) {
            return std::unexpected(photos.error());
        }
        mark.photos = std::move(*photos);
    }
    return marks;
}

Result<std::vector<Mark>> allLiveMarks(const Plan& plan) {
    Statement rows(plan.database(),
                   "SELECT " + std::string(markColumns) + " FROM v_mark_live m" + std::string(newestFirst));
    auto marks = readAll(rows);
    if (marks) {
        if (const auto added = addPhotos(plan.database(), *marks); !added) {
            return std::unexpected(added.error());
        }
    }
    return marks;
}

Result<StageNow> stageOn(const Plan& plan, const FeatureRef& subject, std::string_view day) {
    const auto marks = liveMarks(plan, subject);
    if (!marks) {
        return std::unexpected(marks.error());
    }
    StageNow now;
    for (const auto& mark : *marks) { // newest first: each thing as the newest mark that says it has it
        if (mark.onDate > day) {
            continue;
        }
        if (now.stage.empty() && !mark.stage.empty()) {
            now.stage = mark.stage;
            now.since = mark.onDate;
            now.fromMark = true;
        }
        now.percent = now.percent ? now.percent : mark.percent;
        now.state = now.state.empty() ? mark.state : now.state;
    }
    if (now.stage.empty()) {
        const auto row = readSubject(plan, subject);
        if (!row) {
            return std::unexpected(row.error());
        }
        now.stage = row->stage;
    }
    return now;
}

Result<PhotoFile> readPhoto(const Plan& plan, std::string_view sha256) {
    Statement row(plan.database(), "SELECT name, media_type, bytes FROM photo WHERE sha256 = ?1");
    const auto found = row.bind(1, sha256).step();
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found) {
        return failure(ErrorCode::NotFound, "there is no photo " + std::string(sha256));
    }
    const auto bytes = row.blob(2);
    return PhotoFile{.name = std::string(row.text(0)),
                     .mediaType = std::string(row.text(1)),
                     .bytes = {bytes.begin(), bytes.end()}};
}

} // namespace tuban
