#include "geo/plan/merge_changes.h"

#include "geo/plan/journal_rows.h"
#include "geo/plan/sql_error.h"
#include "geo/plan/sqlite.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace tuban {

namespace {

struct IteratorFinalizer {
    void operator()(sqlite3_changeset_iter* iterator) const { sqlite3changeset_finalize(iterator); }
};
using IteratorHandle = std::unique_ptr<sqlite3_changeset_iter, IteratorFinalizer>;

std::string textOf(sqlite3_value* value) {
    if (value == nullptr || sqlite3_value_type(value) == SQLITE_NULL) {
        return {};
    }
    if (sqlite3_value_type(value) == SQLITE_BLOB) {
        return "shape";
    }
    return reinterpret_cast<const char*>(sqlite3_value_text(value)); // NOLINT(*-reinterpret-cast): UTF-8
}

/// A journal entry with the pieces to go through.
struct Entry {
    std::int64_t pieces = 0; ///< id of the entry whose pieces tell
    bool backwards = false;
    std::string at; ///< instant and uid
};

} // namespace

class ChangeReader {
public:
    ChangeReader(const Plan& plan, SideChanges& changes) : m_plan(plan), m_changes(changes) {}

    Result<void> run(const std::set<std::string, std::less<>>& common) {
        const auto entries = entriesBut(common);
        if (!entries) {
            return std::unexpected(entries.error());
        }
        for (const auto& entry : *entries) {
            auto pieces = readPieces(m_plan.database(), entry.pieces);
            if (!pieces) {
                return std::unexpected(pieces.error());
            }
            for (auto& piece : *pieces) {
                if (auto read = readPiece(std::move(piece), entry); !read) {
                    return read;
                }
            }
        }
        return {};
    }

private:
    Result<std::vector<Entry>> entriesBut(const std::set<std::string, std::less<>>& common) {
        std::vector<Entry> entries;
        // An undo and a redo tell by the act they take back and bring back; a redo names the undo.
        Statement rows(
            m_plan.database(),
            "SELECT j.id, j.uid, j.at, j.kind, u.id, u.undoes, (SELECT a.id FROM journal a WHERE a.uid = "
            "u.undoes) FROM journal j LEFT JOIN journal u ON u.uid = j.undoes ORDER BY j.id");
        for (auto row = rows.step(); !row || *row; row = rows.step()) {
            if (!row) {
                return std::unexpected(row.error());
            }
            if (common.contains(rows.text(1))) {
                continue;
            }
            const std::string at = std::string(rows.text(2)) + std::string(rows.text(1));
            m_changes.m_silent = m_changes.m_silent || rows.text(3) == "foreign";
            entries.push_back({.pieces = rows.integer(0), .at = at});
            if (rows.text(3) == "undo" && !rows.isNull(4)) {
                entries.push_back({.pieces = rows.integer(4), .backwards = true, .at = at});
            } else if (rows.text(3) == "redo" && !rows.isNull(6)) {
                entries.push_back({.pieces = rows.integer(6), .at = at});
            }
        }
        return entries;
    }

    Result<void> readPiece(Bytes piece, const Entry& entry) {
        sqlite3_changeset_iter* raw = nullptr;
        int code = sqlite3changeset_start(&raw, static_cast<int>(piece.size()), piece.data());
        const IteratorHandle iterator(raw);
        while (code == SQLITE_OK && (code = sqlite3changeset_next(raw)) == SQLITE_ROW) {
            code = SQLITE_OK;
            if (auto read = readOperation(raw, entry); !read) {
                return read;
            }
        }
        return code == SQLITE_DONE
                   ? Result<void>()
                   : std::unexpected(sqlError(m_plan.database().handle(), code, "reading the journal"));
    }

    Result<void> readOperation(sqlite3_changeset_iter* iterator, const Entry& entry) {
        const char* name = nullptr;
        int columns = 0;
        int operation = 0;
        int indirect = 0;
        sqlite3changeset_op(iterator, &name, &columns, &operation, &indirect);
        const std::string table(name);
        const auto& names = columnsOf(table);
        const auto uidAt = std::ranges::find(names, "uid") - names.begin();
        if (std::cmp_greater_equal(uidAt, names.size()) || std::cmp_not_equal(columns, names.size())) {
            return {}; // lists without uids are compared as they are
        }
        const auto cell = [&](bool isNew, std::ptrdiff_t at) {
            sqlite3_value* value = nullptr;
            const bool wanted = isNew != entry.backwards;
            wanted ? sqlite3changeset_new(iterator, static_cast<int>(at), &value)
                   : sqlite3changeset_old(iterator, static_cast<int>(at), &value);
            return value;
        };
        const bool inserts = operation == (entry.backwards ? SQLITE_DELETE : SQLITE_INSERT);
        if (operation == SQLITE_UPDATE) {
            noteUpdate(table, names, cell, entry);
        } else {
            auto& row = rowOf(table, textOf(cell(inserts, uidAt)), entry);
            m_uids[table][sqlite3_value_int64(cell(inserts, 0))] = textOf(cell(inserts, uidAt));
            row.inserted = inserts;
            row.deleted = !inserts;
        }
        return {};
    }

    template <class Cell>
    void noteUpdate(const std::string& table,
                    const std::vector<std::string>& names,
                    const Cell& cell,
                    const Entry& entry) {
        // The key stands on the old side, also of a changeset that is read backwards.
        sqlite3_value* id = cell(entry.backwards, 0);
        const auto uid = id == nullptr ? std::string() : uidOf(table, *id, names.front());
        if (uid.empty()) {
            return;
        }
        auto& row = rowOf(table, uid, entry);
        for (std::size_t i = 1; i < names.size(); ++i) {
            sqlite3_value* before = cell(false, static_cast<std::ptrdiff_t>(i));
            if (before != nullptr) {
                row.base.try_emplace(names[i], textOf(before));
            }
        }
    }

    RowChanges& rowOf(const std::string& table, const std::string& uid, const Entry& entry) {
        auto& row = m_changes.m_rows[table][uid];
        row.lastAt = std::max(row.lastAt, entry.at);
        return row;
    }

    /// By the key of the row: its uid where that is the key, otherwise what the table or the journal says.
    std::string uidOf(const std::string& table, sqlite3_value& id, const std::string& keyName) {
        if (keyName == "uid") {
            return textOf(&id);
        }
        const std::int64_t number = sqlite3_value_int64(&id);
        auto& known = m_uids[table];
        if (const auto found = known.find(number); found != known.end()) {
            return found->second;
        }
        Statement row(m_plan.database(), "SELECT uid FROM " + quotedName(table) + " WHERE id = ?1");
        const auto found = row.bind(1, number).step();
        return found && *found ? known[number] = std::string(row.text(0)) : std::string();
    }

    const std::vector<std::string>& columnsOf(const std::string& table) {
        const auto [place, fresh] = m_columns.try_emplace(table);
        if (fresh) {
            Statement rows(m_plan.database(), "PRAGMA table_info(" + quotedName(table) + ")");
            for (auto row = rows.step(); row && *row; row = rows.step()) {
                place->second.emplace_back(rows.text(1));
            }
        }
        return place->second;
    }

    const Plan& m_plan;
    SideChanges& m_changes;
    std::map<std::string, std::vector<std::string>> m_columns;
    std::map<std::string, std::map<std::int64_t, std::string>> m_uids;
};

Result<SideChanges> SideChanges::read(const Plan& plan, const std::set<std::string, std::less<>>& common) {
    SideChanges changes;
    const auto read = ChangeReader(plan, changes).run(common);
    return read ? Result<SideChanges>(std::move(changes)) : std::unexpected(read.error());
}

const RowChanges* SideChanges::of(std::string_view table, std::string_view uid) const {
    const auto rows = m_rows.find(table);
    if (rows == m_rows.end()) {
        return nullptr;
    }
    const auto row = rows->second.find(uid);
    return row == rows->second.end() ? nullptr : &row->second;
}

Result<std::set<std::string, std::less<>>> journalUids(const Plan& plan) {
    std::set<std::string, std::less<>> uids;
    Statement rows(plan.database(), "SELECT uid FROM journal");
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        uids.emplace(rows.text(0));
    }
    return uids;
}

} // namespace tuban
