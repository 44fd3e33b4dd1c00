#include "geo/plan/touched_rows.h"

#include "geo/plan/journal_rows.h"
#include "geo/plan/sql_error.h"
#include "geo/plan/sqlite.h"

#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace tuban {

namespace {

struct IteratorFinalizer {
    void operator()(sqlite3_changeset_iter* iterator) const { sqlite3changeset_finalize(iterator); }
};

/// The id an operation names: the first column of every table of ours is its key.
std::int64_t idOf(sqlite3_changeset_iter* iterator, int operation) {
    sqlite3_value* value = nullptr;
    const int code = operation == SQLITE_INSERT ? sqlite3changeset_new(iterator, 0, &value)
                                                : sqlite3changeset_old(iterator, 0, &value);
    return code == SQLITE_OK && value != nullptr ? sqlite3_value_int64(value) : 0;
}

Result<void> addRows(const Database& database,
                     Bytes changeset,
                     const std::string& table,
                     std::set<std::int64_t>& ids) {
    sqlite3_changeset_iter* raw = nullptr;
    int code = sqlite3changeset_start(&raw, static_cast<int>(changeset.size()), changeset.data());
    const std::unique_ptr<sqlite3_changeset_iter, IteratorFinalizer> iterator(raw);
    while (code == SQLITE_OK && (code = sqlite3changeset_next(raw)) == SQLITE_ROW) {
        const char* name = nullptr;
        int columns = 0;
        int operation = 0;
        int indirect = 0;
        code = sqlite3changeset_op(raw, &name, &columns, &operation, &indirect);
        if (code == SQLITE_OK && table == name) {
            ids.insert(idOf(raw, operation));
        }
    }
    if (code != SQLITE_DONE) {
        return std::unexpected(sqlError(database.handle(), code, "reading the journal"));
    }
    return {};
}

} // namespace

Result<std::optional<std::set<std::int64_t>>>
rowsTouchedSince(const Database& database, const std::string& table, std::int64_t journal) {
    std::vector<std::int64_t> entries;
    Statement since(database,
                    "WITH RECURSIVE told(entry, id, kind, undoes) AS ("
                    " SELECT id, id, kind, undoes FROM journal WHERE id > ?1"
                    " UNION SELECT told.entry, j.id, j.kind, j.undoes FROM told JOIN journal AS j ON j.uid = told.undoes) "
                    "SELECT id, kind, (SELECT count(*) FROM journal_chunk WHERE journal_id = told.id), undoes IS NOT NULL "
                    "FROM told");
    since.bind(1, journal);
    for (auto row = since.step(); !row || *row; row = since.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        const std::string_view kind = since.text(1);
        // What is undone or redone has its changeset with the act that was done first; marks alone leave none
        // and touch no feature table.
        const bool tells = since.integer(2) > 0 || since.integer(3) != 0 || kind == "mark";
        if (!tells || kind == "foreign" || kind == "merge") {
            return std::optional<std::set<std::int64_t>>();
        }
        entries.push_back(since.integer(0));
    }
    std::set<std::int64_t> ids;
    for (const std::int64_t entry : entries) {
        auto pieces = readPieces(database, entry);
        if (!pieces) {
            return std::unexpected(pieces.error());
        }
        for (Bytes& piece : *pieces) {
            if (const auto added = addRows(database, std::move(piece), table, ids); !added) {
                return std::unexpected(added.error());
            }
        }
    }
    return std::optional(std::move(ids));
}

} // namespace tuban
