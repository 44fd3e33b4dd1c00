#include "geo/plan/merge.h"

#include "geo/base/sha256.h"
#include "geo/plan/follow.h"
#include "geo/plan/journal.h"
#include "geo/plan/journal_rows.h"
#include "geo/plan/merge_rows.h"
#include "geo/plan/sqlite.h"

#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <vector>

namespace tuban {

namespace {

/// Lines without a uid of their own, known by all they say.
struct Lines {
    std::string table;
    std::vector<std::string> key;
};

/// Each copy has its own settings of the screen.
constexpr std::string_view ownSettings = "setting";

class Merger {
public:
    Merger(Plan& plan, const Plan& other, std::string by)
        : m_plan(plan), m_other(other), m_by(std::move(by)) {}

    Result<MergeReport> run() {
        const auto common = commonJournal();
        if (!common) {
            return std::unexpected(common.error());
        }
        auto act =
            Act::begin(m_plan, {.kind = "merge", .what = "merge " + m_other.path(), .by = m_by, .layer = ""});
        if (!act) {
            return std::unexpected(act.error());
        }
        const auto mine = SideChanges::read(m_plan, *common);
        const auto theirs = SideChanges::read(m_other, *common);
        if (!mine || !theirs) {
            return std::unexpected(mine ? theirs.error() : mine.error());
        }
        MergeContext context{
            .plan = m_plan, .other = m_other, .mine = *mine, .theirs = *theirs, .report = m_report};
        // A mark may stand before the one it corrects.
        auto done = m_plan.database()
                        .execute("PRAGMA defer_foreign_keys = ON")
                        .and_then([&] { return mergeTables(context); })
                        .and_then([&] { return addMarks(context, *act); })
                        .and_then([&] { return follow(context, *act); })
                        .and_then([&] { return keepConflicts(); });
        if (!done) {
            return std::unexpected(done.error());
        }
        if (m_report.anything()) {
            act->describe(sentence(), m_report.added + m_report.changed + m_report.removed + m_report.marks);
            if (const auto entry = act->commit(); !entry) {
                return std::unexpected(entry.error());
            }
        }
        return m_report;
    }

private:
    Result<std::set<std::string, std::less<>>> commonJournal() const {
        const auto mine = journalUids(m_plan);
        const auto theirs = journalUids(m_other);
        if (!mine || !theirs) {
            return std::unexpected(mine ? theirs.error() : mine.error());
        }
        std::set<std::string, std::less<>> common;
        std::ranges::set_intersection(*mine, *theirs, std::inserter(common, common.end()));
        if (m_plan.fact("plan_uid") != m_other.fact("plan_uid") || m_plan.crs().epsg != m_other.crs().epsg) {
            return failure(
                ErrorCode::Unreadable,
                m_other.path() + " is no copy of " + m_plan.path() +
                    ": only copies of one plan can be merged. Bring other plans in by export and import.");
        }
        return common;
    }

    Result<void> mergeTables(MergeContext& context) {
        static const std::array<Lines, 3> lines{
            {{"alias", {"subject", "subject_uid", "name"}},
             {"link", {"from_layer", "from_uid", "to_layer", "to_uid", "role"}},
             {"photo", {"sha256"}}}};
        for (const auto& each : lines) {
            const auto added = addLines(context, each.table, each.key);
            if (!added) {
                return std::unexpected(added.error());
            }
            context.report.added += each.table == "photo" ? 0 : *added;
        }
        for (const auto& table : recordedTables(m_plan.catalogue())) {
            const bool isLines = table == "alias" || table == "link" || table == "target_note";
            if (isLines || table == ownSettings) {
                continue;
            }
            if (auto done = mergeRows(context, table); !done) {
                return done;
            }
        }
        return addReadings(context);
    }

    /// Readings and notes of targets name them by their row number, which is each copy's own.
    Result<void> addReadings(MergeContext& context) {
        const auto added = addLines(context, "baseline", {"milestone_uid", "set_at"});
        if (!added) {
            return std::unexpected(added.error());
        }
        Statement values(
            m_other.database(),
            "SELECT v.uid, t.uid, v.at, v.value, v.by, v.note FROM target_value v JOIN target t ON t.id = "
            "v.target_id");
        Statement value(
            m_plan.database(),
            "INSERT INTO target_value(uid, target_id, at, value, by, note) SELECT ?1, t.id, ?3, ?4, ?5, ?6 "
            "FROM target t WHERE t.uid = ?2 AND NOT EXISTS (SELECT 1 FROM target_value WHERE uid = ?1)");
        Statement notes(
            m_other.database(),
            "SELECT n.at, t.uid, n.problem, n.next_step, n.by FROM target_note n JOIN target t ON t.id = "
            "n.target_id");
        Statement note(
            m_plan.database(),
            "INSERT INTO target_note(target_id, at, problem, next_step, by) SELECT t.id, ?1, ?3, ?4, ?5 FROM "
            "target t WHERE t.uid = ?2 AND NOT EXISTS (SELECT 1 FROM target_note n WHERE n.target_id = t.id "
            "AND n.at = ?1 AND n.by = ?5 AND n.problem IS ?3 AND n.next_step IS ?4)");
        auto copied = copyInto(values, value);
        context.report.added += *added;
        return copied ? copyInto(notes, note) : copied;
    }

    Result<void> copyInto(Statement& from, Statement& into) {
        const auto before = sqlite3_total_changes64(m_plan.database().handle());
        for (auto row = from.step(); !row || *row; row = from.step()) {
            if (!row) {
                return std::unexpected(row.error());
            }
            for (int i = 0; i < from.columns(); ++i) {
                into.bind(i + 1, from.value(i));
            }
            if (auto done = into.run(); !done) {
                return done;
            }
            into.reset();
        }
        m_report.added += sqlite3_total_changes64(m_plan.database().handle()) - before;
        return {};
    }

    Result<void> addMarks(MergeContext& context, Act& act) {
        Statement marks(m_other.database(),
                        "SELECT uid, subject, subject_uid FROM progress_mark ORDER BY id");
        Statement present(m_plan.database(), "SELECT 1 FROM progress_mark WHERE uid = ?1");
        for (auto row = marks.step(); !row || *row; row = marks.step()) {
            if (!row) {
                return std::unexpected(row.error());
            }
            const auto found = present.bind(1, marks.text(0)).step();
            if (!found) {
                return std::unexpected(found.error());
            }
            if (!*found) {
                act.touched("progress_mark", marks.text(0));
                context.touched.emplace(marks.text(1), marks.text(2));
            }
            present.reset();
        }
        static const std::array<Lines, 5> lines{{{"progress_mark", {"uid"}},
                                                 {"mark_track", {"mark_uid"}},
                                                 {"mark_extent", {"mark_uid"}},
                                                 {"photo_thumb", {"sha256"}},
                                                 {"mark_photo", {"mark_uid", "n"}}}};
        for (const auto& each : lines) {
            const auto added = addLines(context, each.table, each.key);
            if (!added) {
                return std::unexpected(added.error());
            }
            m_report.marks += each.table == "progress_mark" ? *added : 0;
        }
        return {};
    }

    /// Search rows, states and the history of what was touched.
    Result<void> follow(const MergeContext& context, Act& act) const {
        std::map<std::string, std::vector<std::string>> byLayer;
        for (const auto& [table, uid] : context.touched) {
            byLayer[table].push_back(uid);
        }
        for (const auto& [table, uids] : byLayer) {
            const Layer* const layer = m_plan.catalogue().layer(table);
            if (layer == nullptr) {
                continue;
            }
            for (const auto& uid : uids) {
                act.touched(table, uid);
            }
            if (auto done = refreshFeatures(m_plan.database(), *layer, uids); !done) {
                return done;
            }
        }
        return {};
    }

    /// Found again by its name, so that a further merge does not list it twice.
    static std::string nameOf(const MergeConflict& conflict) {
        const auto& [one, other] = std::minmax(conflict.mine, conflict.theirs);
        const std::string all =
            conflict.table + '\n' + conflict.uid + '\n' + conflict.column + '\n' + one + '\n' + other;
        return sha256Hex(std::as_bytes(std::span(all)));
    }

    Result<void> keepConflicts() {
        Statement keep(
            m_plan.database(),
            "INSERT INTO conflict(uid, layer, feature_uid, column_name, base, mine, theirs) VALUES (?1, ?2, "
            "?3, ?4, nullif(?5, ''), ?6, ?7) ON CONFLICT(uid) DO NOTHING");
        std::vector<MergeConflict> fresh;
        for (auto& conflict : m_report.conflicts) {
            keep.bind(1, nameOf(conflict))
                .bind(2, conflict.table)
                .bind(3, conflict.uid)
                .bind(4, conflict.column);
            keep.bind(5, conflict.base).bind(6, conflict.mine).bind(7, conflict.theirs);
            const auto before = sqlite3_total_changes64(m_plan.database().handle());
            if (auto done = keep.run(); !done) {
                return done;
            }
            keep.reset();
            if (sqlite3_total_changes64(m_plan.database().handle()) != before) {
                fresh.push_back(std::move(conflict));
            }
        }
        m_report.conflicts = std::move(fresh);
        return {};
    }

    [[nodiscard]] std::string sentence() const {
        return std::format("merge {}: {} marks, {} rows added, {} changed, {} removed, {} conflicts",
                           m_other.path(),
                           m_report.marks,
                           m_report.added,
                           m_report.changed,
                           m_report.removed,
                           m_report.conflicts.size());
    }

    Plan& m_plan;
    const Plan& m_other;
    std::string m_by;
    MergeReport m_report;
};

} // namespace

Result<MergeReport> mergePlan(Plan& plan, const Plan& other, std::string_view by) {
    return Merger(plan, other, std::string(by)).run();
}

} // namespace tuban
