#include "geo/plan/merge_rows.h"

#include "geo/base/uid.h"
#include "geo/plan/sqlite.h"

#include <algorithm>
#include <map>
#include <vector>

namespace tuban {

namespace {

/// Cells of a row in the order of the columns; a shape is its bytes.
using Cells = std::vector<Value>;
using Rows = std::map<std::string, Cells>;

bool isShape(const std::string& column) {
    return column == "geom";
}

std::string shown(const std::string& column, const Value& value) {
    return isShape(column) ? (isNull(value) ? "" : "shape") : toText(value);
}

/// Columns of a table but its row number, which is each copy's own.
Result<std::vector<std::string>> columnsOf(const Plan& plan, const std::string& table) {
    std::vector<std::string> columns;
    Statement rows(plan.database(), "PRAGMA table_info(" + quotedName(table) + ")");
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        if (rows.text(1) != "id") {
            columns.emplace_back(rows.text(1));
        }
    }
    return columns;
}

std::string listed(const std::vector<std::string>& columns) {
    std::string list;
    for (const auto& column : columns) {
        list += (list.empty() ? "" : ", ") + quotedName(column);
    }
    return list;
}

Value cellOf(const Statement& row, int at, const std::string& column) {
    if (row.isNull(at) || !isShape(column)) {
        return row.value(at);
    }
    const auto bytes = row.blob(at);
    return std::string(reinterpret_cast<const char*>(bytes.data()),
                       bytes.size()); // NOLINT(*-reinterpret-cast)
}

Cells cellsOf(const Statement& row, const std::vector<std::string>& columns) {
    Cells cells;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        cells.push_back(cellOf(row, static_cast<int>(i), columns[i]));
    }
    return cells;
}

void bindCell(Statement& statement, int parameter, const std::string& column, const Value& cell) {
    const auto* bytes = std::get_if<std::string>(&cell);
    if (isShape(column) && bytes != nullptr) {
        statement.bind(parameter, std::as_bytes(std::span(*bytes)));
    } else {
        statement.bind(parameter, cell);
    }
}

class TableMerger {
public:
    TableMerger(MergeContext& context, std::string table, std::vector<std::string> columns)
        : m_context(context), m_table(std::move(table)), m_columns(std::move(columns)) {}

    Result<void> run() {
        auto mine = rowsOf(m_context.plan);
        auto theirs = rowsOf(m_context.other);
        if (!mine || !theirs) {
            return std::unexpected(mine ? theirs.error() : mine.error());
        }
        for (const auto& [uid, cells] : *theirs) {
            const auto ours = mine->find(uid);
            auto done = ours == mine->end() ? onlyTheirs(uid, cells) : both(uid, ours->second, cells);
            if (!done) {
                return within(m_table + " " + uid, done.error());
            }
        }
        for (const auto& [uid, cells] : *mine) {
            if (!theirs->contains(uid)) {
                if (auto done = onlyMine(uid); !done) {
                    return within(m_table + " " + uid, done.error());
                }
            }
        }
        return {};
    }

private:
    [[nodiscard]] Result<Rows> rowsOf(const Plan& plan) const {
        Rows rows;
        const auto uidAt = std::ranges::find(m_columns, "uid") - m_columns.begin();
        Statement read(plan.database(), "SELECT " + listed(m_columns) + " FROM " + quotedName(m_table));
        for (auto row = read.step(); !row || *row; row = read.step()) {
            if (!row) {
                return std::unexpected(row.error());
            }
            rows.emplace(read.text(static_cast<int>(uidAt)), cellsOf(read, m_columns));
        }
        return rows;
    }

    [[nodiscard]] const RowChanges* mineOf(const std::string& uid) const {
        return m_context.mine.of(m_table, uid);
    }
    [[nodiscard]] const RowChanges* theirsOf(const std::string& uid) const {
        return m_context.theirs.of(m_table, uid);
    }

    /// What is edited on one side and taken out on the other stays.
    Result<void> onlyTheirs(const std::string& uid, const Cells& cells) {
        const auto* ours = mineOf(uid);
        const auto* others = theirsOf(uid);
        if (ours != nullptr && ours->deleted) {
            if (others == nullptr || (others->base.empty() && !others->inserted)) {
                return {}; // taken out here, untouched there
            }
            m_context.report.conflicts.push_back(
                {.table = m_table, .uid = uid, .mine = "deleted", .theirs = "edited", .keptMine = false});
        }
        if (m_table == "milestone") {
            return insertMilestone(uid, cells);
        }
        return insert(uid, cells);
    }

    Result<void> onlyMine(const std::string& uid) {
        const auto* ours = mineOf(uid);
        const auto* others = theirsOf(uid);
        if (others == nullptr || !others->deleted) {
            return {}; // new here
        }
        if (ours != nullptr && (!ours->base.empty() || ours->inserted)) {
            m_context.report.conflicts.push_back(
                {.table = m_table, .uid = uid, .mine = "edited", .theirs = "deleted"});
            return {};
        }
        Statement gone(m_context.plan.database(), "DELETE FROM " + quotedName(m_table) + " WHERE uid = ?1");
        ++m_context.report.removed;
        m_context.touched.emplace(m_table, uid);
        return gone.bind(1, uid).run();
    }

    Result<void> both(const std::string& uid, const Cells& mine, const Cells& theirs) {
        std::vector<std::size_t> taken;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (mine[i] != theirs[i] && takesTheirs(uid, i, mine[i], theirs[i])) {
                taken.push_back(i);
            }
        }
        return taken.empty() ? Result<void>() : update(uid, theirs, taken);
    }

    /// True for a value that only they changed, and for one that both changed and they later.
    bool takesTheirs(const std::string& uid, std::size_t at, const Value& mine, const Value& theirs) {
        const auto& column = m_columns[at];
        const auto* ours = mineOf(uid);
        const auto* others = theirsOf(uid);
        const bool changedHere = changed(m_context.mine, ours, column);
        const bool changedThere = changed(m_context.theirs, others, column);
        if (changedHere != changedThere) {
            return changedThere;
        }
        const std::string lastHere = ours != nullptr ? ours->lastAt : "";
        const std::string lastThere = others != nullptr ? others->lastAt : "";
        const bool theirsStays = lastHere != lastThere ? lastThere > lastHere : toText(theirs) > toText(mine);
        if (column == "area_planar_m2" || column == "area_ellip_m2") {
            return theirsStays; // follows from the shape, which says it
        }
        const auto base = ours == nullptr ? "" : baseOf(*ours, column);
        m_context.report.conflicts.push_back({.table = m_table,
                                              .uid = uid,
                                              .column = column,
                                              .base = base,
                                              .mine = shown(column, mine),
                                              .theirs = shown(column, theirs),
                                              .keptMine = !theirsStays});
        return theirsStays;
    }

    static bool changed(const SideChanges& side, const RowChanges* row, const std::string& column) {
        return row != nullptr ? row->inserted || row->base.contains(column) : side.isSilent();
    }

    static std::string baseOf(const RowChanges& row, const std::string& column) {
        const auto found = row.base.find(column);
        return found == row.base.end() ? std::string() : found->second;
    }

    /// Two people may have given the same number to a step each: the one whose uid is greater comes after the
    /// last.
    Result<void> insertMilestone(const std::string& uid, Cells cells) {
        const auto at = [&](const char* name) {
            return static_cast<std::size_t>(std::ranges::find(m_columns, name) - m_columns.begin());
        };
        const auto& database = m_context.plan.database();
        Statement same(
            database,
            "SELECT uid, (SELECT max(seq) FROM milestone WHERE subject = ?1 AND subject_uid = ?2) FROM "
            "milestone WHERE subject = ?1 AND subject_uid = ?2 AND seq = ?3");
        same.bind(1, cells[at("subject")]).bind(2, cells[at("subject_uid")]).bind(3, cells[at("seq")]);
        const auto found = same.step();
        if (!found) {
            return std::unexpected(found.error());
        }
        if (*found) {
            const std::string present(same.text(0));
            const auto next = same.integer(1) + 1;
            same.reset();
            if (present < uid) {
                cells[at("seq")] = next;
            } else {
                Statement behind(database, "UPDATE milestone SET seq = ?2 WHERE uid = ?1");
                if (auto moved = behind.bind(1, present).bind(2, next).run(); !moved) {
                    return moved;
                }
            }
        }
        return insert(uid, cells);
    }

    Result<void> insert(const std::string& uid, const Cells& cells) {
        std::string places;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            places += (i == 0 ? "?" : ", ?") + std::to_string(i + 1);
        }
        Statement add(m_context.plan.database(),
                      "INSERT INTO " + quotedName(m_table) + "(" + listed(m_columns) + ") VALUES (" + places +
                          ")");
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            bindCell(add, static_cast<int>(i) + 1, m_columns[i], cells[i]);
        }
        ++m_context.report.added;
        m_context.touched.emplace(m_table, uid);
        return add.run();
    }

    Result<void> update(const std::string& uid, const Cells& theirs, const std::vector<std::size_t>& taken) {
        std::string sets;
        for (std::size_t i = 0; i < taken.size(); ++i) {
            sets += (i == 0 ? "" : ", ") + quotedName(m_columns[taken[i]]) + " = ?" + std::to_string(i + 2);
        }
        Statement change(m_context.plan.database(),
                         "UPDATE " + quotedName(m_table) + " SET " + sets + " WHERE uid = ?1");
        change.bind(1, uid);
        for (std::size_t i = 0; i < taken.size(); ++i) {
            bindCell(change, static_cast<int>(i) + 2, m_columns[taken[i]], theirs[taken[i]]);
        }
        ++m_context.report.changed;
        m_context.touched.emplace(m_table, uid);
        return change.run();
    }

    MergeContext& m_context;
    std::string m_table;
    std::vector<std::string> m_columns;
};

/// "a = ?1 AND b IS ?2"
std::string matching(const std::vector<std::string>& key) {
    std::string condition;
    for (std::size_t i = 0; i < key.size(); ++i) {
        condition += (i == 0 ? "" : " AND ") + quotedName(key[i]) + " IS ?" + std::to_string(i + 1);
    }
    return condition;
}

} // namespace

Result<std::int64_t>
addLines(MergeContext& context, const std::string& table, const std::vector<std::string>& key) {
    const auto columns = columnsOf(context.plan, table);
    if (!columns) {
        return std::unexpected(columns.error());
    }
    std::string places;
    for (std::size_t i = 0; i < columns->size(); ++i) {
        places += (i == 0 ? "?" : ", ?") + std::to_string(i + 1);
    }
    Statement read(context.other.database(), "SELECT " + listed(*columns) + " FROM " + quotedName(table));
    Statement present(context.plan.database(),
                      "SELECT 1 FROM " + quotedName(table) + " WHERE " + matching(key));
    Statement add(context.plan.database(),
                  "INSERT INTO " + quotedName(table) + "(" + listed(*columns) + ") VALUES (" + places + ")");
    std::int64_t added = 0;
    for (auto row = read.step(); !row || *row; row = read.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        for (std::size_t i = 0; i < key.size(); ++i) {
            const auto at = std::ranges::find(*columns, key[i]) - columns->begin();
            present.bind(static_cast<int>(i) + 1, read.value(static_cast<int>(at)));
        }
        const auto found = present.step();
        if (!found) {
            return std::unexpected(found.error());
        }
        if (!*found) {
            for (std::size_t i = 0; i < columns->size(); ++i) {
                const int at = static_cast<int>(i);
                if (const auto& column = (*columns)[i]; column == "geom" || column == "bytes") {
                    add.bind(at + 1, read.blob(at));
                } else {
                    add.bind(at + 1, read.value(at));
                }
            }
            if (auto done = add.run(); !done) {
                return within(table, done.error());
            }
            add.reset();
            ++added;
        }
        present.reset();
    }
    return added;
}

Result<void> mergeRows(MergeContext& context, const std::string& table) {
    auto columns = columnsOf(context.plan, table);
    return columns ? TableMerger(context, table, std::move(*columns)).run()
                   : std::unexpected(columns.error());
}

} // namespace tuban
