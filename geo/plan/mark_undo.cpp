#include "geo/plan/mark_undo.h"

#include "geo/base/instant.h"
#include "geo/base/uid.h"
#include "geo/plan/sqlite.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace tuban {

namespace {

struct ChainMark {
    std::string uid;
    std::string root;
    std::string subject;
    std::string subjectUid;
    bool isVoid = false;
};

Result<std::optional<ChainMark>> oneMark(Statement& row) {
    const auto found = row.step();
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found) {
        return std::optional<ChainMark>();
    }
    return std::optional(ChainMark{std::string(row.text(0)),
                                   std::string(row.text(1)),
                                   std::string(row.text(2)),
                                   std::string(row.text(3)),
                                   row.integer(4) != 0});
}

constexpr std::string_view selectMark =
    "SELECT uid, root_uid, subject, subject_uid, void FROM progress_mark ";

/// What the chain said just before a mark was entered.
Result<std::optional<ChainMark>> markBefore(const Database& database, const ChainMark& mark) {
    Statement row(database,
                  std::string(selectMark) +
                      "WHERE root_uid = ?1 AND id < (SELECT id FROM progress_mark WHERE uid = ?2) "
                      "ORDER BY recorded_at DESC, uid DESC LIMIT 1");
    return oneMark(row.bind(1, mark.root).bind(2, mark.uid));
}

Result<std::optional<ChainMark>> latestOf(const Database& database, const std::string& root) {
    Statement row(database,
                  std::string(selectMark) +
                      "WHERE root_uid = ?1 ORDER BY recorded_at DESC, uid DESC LIMIT 1");
    return oneMark(row.bind(1, root));
}

/// Every column of a table but its id, so that a copy loses nothing.
Result<std::vector<std::string>> copiedColumns(const Database& database, const std::string& table) {
    std::vector<std::string> names;
    Statement rows(database, "PRAGMA table_info(" + quotedName(table) + ")");
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        if (rows.text(1) != "id") {
            names.emplace_back(rows.text(1));
        }
    }
    return names;
}

/// Copies the rows of a table that belong to a mark to another one.
Result<void>
copyRows(const Database& database, const std::string& table, const std::string& from, const std::string& to) {
    auto names = copiedColumns(database, table);
    if (!names) {
        return std::unexpected(names.error());
    }
    std::erase(*names, "mark_uid");
    const std::string list = quotedNames(*names);
    const std::string further = list.empty() ? "" : ", " + list;
    Statement copy(database,
                   "INSERT INTO " + quotedName(table) + "(mark_uid" + further + ") SELECT ?1" + further +
                       " FROM " + quotedName(table) + " WHERE mark_uid = ?2");
    return copy.bind(1, to).bind(2, from).run();
}

struct Copy {
    std::string uid;
    std::string corrects;
    std::string by;
    bool isVoid = false;
};

Result<void> copyMark(const Database& database, const std::string& from, const Copy& copy) {
    constexpr std::array<std::string_view, 5> own{"uid", "recorded_at", "observer", "corrects", "void"};
    auto names = copiedColumns(database, "progress_mark");
    if (!names) {
        return std::unexpected(names.error());
    }
    std::erase_if(*names, [&](const std::string& name) { return std::ranges::find(own, name) != own.end(); });
    const std::string list = quotedNames(*names);
    Statement insert(
        database,
        "INSERT INTO progress_mark(uid, recorded_at, corrects, void, observer, " + list +
            ") SELECT ?1, max(?2, (SELECT recorded_at FROM progress_mark WHERE uid = ?3)), ?3, ?4, "
            "CASE WHEN ?4 THEN ?5 ELSE observer END, " +
            list + " FROM progress_mark WHERE uid = ?6");
    insert.bind(1, copy.uid).bind(2, nowUtc()).bind(3, copy.corrects).bind(4, copy.isVoid ? 1 : 0);
    return insert.bind(5, copy.by).bind(6, from).run();
}

} // namespace

Result<FurtherMark>
appendChainState(const Database& database, std::string_view markUid, ChainState state, std::string_view by) {
    Statement row(database, std::string(selectMark) + "WHERE uid = ?1");
    const auto mark = oneMark(row.bind(1, markUid));
    if (!mark || !*mark) {
        return mark ? failure(ErrorCode::NotFound, "mark " + std::string(markUid) + ": it is not in the plan")
                    : std::unexpected(mark.error());
    }
    const auto before = state == ChainState::BeforeMark ? markBefore(database, **mark) : mark;
    const auto latest = latestOf(database, (*mark)->root);
    if (!before || !latest) {
        return std::unexpected(before ? latest.error() : before.error());
    }
    const ChainMark& source = *before ? **before : **mark;
    const Copy copy{newUid(), (*latest)->uid, std::string(by), !*before || (*before)->isVoid};
    auto copied = copyMark(database, source.uid, copy);
    for (const char* table : {"mark_photo", "mark_track", "mark_extent"}) {
        if (copied && !copy.isVoid) {
            copied = copyRows(database, table, source.uid, copy.uid);
        }
    }
    if (!copied) {
        return std::unexpected(copied.error());
    }
    return FurtherMark{copy.uid, (*mark)->subject, (*mark)->subjectUid};
}

} // namespace tuban
