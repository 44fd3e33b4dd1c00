#include "geo/plan/journal.h"
#include "geo/plan/journal_rows.h"
#include "geo/plan/sqlite.h"

#include <string>

namespace tuban {

namespace {

// An entry is undone while the newest word about it is an undo that no redo took back.
constexpr std::string_view selectEntry =
    "SELECT j.id, j.uid, j.at, j.by, j.kind, j.what, coalesce(j.layer, ''), coalesce(j.features, 0), "
    "coalesce(j.undoes, ''), EXISTS (SELECT 1 FROM journal u WHERE u.undoes = j.uid AND NOT EXISTS "
    "(SELECT 1 FROM journal r WHERE r.undoes = u.uid)) AS undone FROM journal j ";

/// Acts of the planner, which undo takes back; what others did is not ours to undo.
constexpr std::string_view acts = "('edit', 'import', 'mark', 'merge')";

JournalEntry entryOf(const Statement& row) {
    return {.id = row.integer(0),
            .uid = std::string(row.text(1)),
            .at = std::string(row.text(2)),
            .by = std::string(row.text(3)),
            .kind = std::string(row.text(4)),
            .what = std::string(row.text(5)),
            .layer = std::string(row.text(6)),
            .features = row.integer(7),
            .undoes = std::string(row.text(8)),
            .undone = row.integer(9) != 0};
}

Result<std::vector<JournalEntry>> entriesOf(Statement& rows) {
    std::vector<JournalEntry> entries;
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        entries.push_back(entryOf(rows));
    }
    return entries;
}

Result<std::optional<JournalEntry>> firstOf(Statement& rows) {
    const auto row = rows.step();
    if (!row) {
        return std::unexpected(row.error());
    }
    return *row ? std::optional(entryOf(rows)) : std::nullopt;
}

} // namespace

Result<std::vector<JournalEntry>>
history(const Plan& plan, std::string_view layer, std::string_view uid, int limit) {
    std::string sql(selectEntry);
    if (!layer.empty()) {
        const auto known = plan.catalogue().requireLayer(layer);
        if (!known) {
            return std::unexpected(known.error());
        }
        // Rows of a bulk import name it themselves.
        sql += "WHERE j.id IN (SELECT journal_id FROM journal_feature WHERE layer = ?2 AND uid = ?3) "
               "OR j.uid = (SELECT import_uid FROM " +
               quotedName((*known)->name) + " WHERE uid = ?3) ";
    }
    Statement rows(plan.database(), sql + "ORDER BY j.id DESC LIMIT ?1");
    rows.bind(1, limit);
    if (!layer.empty()) {
        rows.bind(2, layer).bind(3, uid);
    }
    return entriesOf(rows);
}

Result<std::optional<JournalEntry>> nextUndo(const Plan& plan) {
    Statement rows(plan.database(),
                   std::string(selectEntry) + "WHERE j.kind IN " + std::string(acts) +
                       " AND NOT undone ORDER BY j.id DESC LIMIT 1");
    return firstOf(rows);
}

Result<std::optional<JournalEntry>> nextRedo(const Plan& plan) {
    // An undo can be taken back until the planner does something new.
    Statement rows(
        plan.database(),
        std::string(selectEntry) +
            "WHERE j.kind = 'undo' AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.undoes = j.uid) "
            "AND j.id > coalesce((SELECT max(a.id) FROM journal a WHERE a.kind IN " +
            std::string(acts) + "), 0) ORDER BY j.id DESC LIMIT 1");
    return firstOf(rows);
}

Result<JournalEntry> readEntry(const Database& database, std::string_view uid) {
    Statement rows(database, std::string(selectEntry) + "WHERE j.uid = ?1");
    const auto entry = firstOf(rows.bind(1, uid));
    if (!entry) {
        return std::unexpected(entry.error());
    }
    if (!*entry) {
        return failure(ErrorCode::NotFound, "journal entry " + std::string(uid) + ": there is none");
    }
    return **entry;
}

} // namespace tuban
