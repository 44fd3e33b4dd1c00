#include "geo/base/uid.h"
#include "geo/plan/batch.h"
#include "geo/plan/follow.h"
#include "geo/plan/foreign_edits.h"
#include "geo/plan/journal.h"
#include "geo/plan/journal_rows.h"
#include "geo/plan/mark_undo.h"
#include "geo/plan/sqlite.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <utility>

namespace tuban {

namespace {

constexpr std::string_view markTable = "progress_mark";

/// Takes an entry back or makes it again, inside one transaction that the caller holds.
class Reversal {
public:
    Reversal(Plan& plan, std::string_view by) : m_plan(&plan), m_by(by) {}

    Result<JournalEntry> takeBack(const JournalEntry& entry) {
        auto touched = readTouched(database(), entry.id);
        const auto pieces = readPieces(database(), entry.id);
        if (!touched || !pieces) {
            return std::unexpected(touched ? pieces.error() : touched.error());
        }
        auto done = isBatch(entry, *pieces) ? takeOutBatch(entry)
                                            : apply(*pieces | std::views::reverse, Direction::Inverse);
        return finish(entry, "undo", entry.uid, done, *touched, ChainState::BeforeMark);
    }

    Result<JournalEntry> makeAgain(const JournalEntry& undoEntry, const JournalEntry& entry) {
        auto touched = readTouched(database(), entry.id);
        const auto pieces = readPieces(database(), entry.id);
        const auto undonePieces = readPieces(database(), undoEntry.id);
        if (!touched || !pieces || !undonePieces) {
            return std::unexpected(!touched  ? touched.error()
                                   : !pieces ? pieces.error()
                                             : undonePieces.error());
        }
        // The undo of a batch kept what it deleted.
        const bool batch = isBatch(entry, *pieces);
        auto done = batch ? apply(*undonePieces | std::views::reverse, Direction::Inverse)
                          : apply(*pieces, Direction::Forward);
        if (done && batch) {
            done = refreshBatch(entry);
        }
        return finish(entry, "redo", undoEntry.uid, done, *touched, ChainState::AfterMark);
    }

private:
    [[nodiscard]] const Database& database() const { return m_plan->database(); }

    template <class Pieces>
    Result<void> apply(const Pieces& pieces, Direction direction) {
        const auto tables = recordedTables(m_plan->catalogue());
        for (const Bytes& piece : pieces) {
            const auto conflict = applyChangeset(database(), piece, direction, tables);
            if (!conflict) {
                return std::unexpected(conflict.error());
            }
            if (*conflict) {
                return failure(ErrorCode::Conflict,
                               nameOf(**conflict) + " " + (*conflict)->why +
                                   ", so that going on would lose that change; nothing was done");
            }
        }
        return {};
    }

    /// "parcel 410191-003" where the row is there and has a name, "parcel" and the uid otherwise.
    [[nodiscard]] std::string nameOf(const RowConflict& conflict) const {
        const Layer* layer = m_plan->catalogue().layer(conflict.table);
        if (layer == nullptr) {
            return conflict.table.empty() ? "something" : "a row of " + conflict.table;
        }
        const std::string label = layer->labelColumn.empty() ? "name" : layer->labelColumn;
        Statement row(database(),
                      "SELECT coalesce(nullif(" + quotedName(label) + ", ''), uid) FROM " +
                          quotedName(layer->name) + " WHERE id = ?1");
        const auto found = row.bind(1, conflict.id).step();
        return layer->name + " " + (found && *found ? std::string(row.text(0)) : "(deleted)");
    }

    static bool isBatch(const JournalEntry& entry, const std::vector<Bytes>& pieces) {
        return entry.kind == "import" && pieces.empty();
    }

    Result<void> takeOutBatch(const JournalEntry& entry) {
        auto pieces = deleteBatch(*m_plan, entry);
        if (!pieces) {
            return std::unexpected(pieces.error());
        }
        m_pieces = std::move(*pieces);
        return {};
    }

    Result<void> refreshBatch(const JournalEntry& entry) {
        const auto layer = m_plan->catalogue().requireLayer(entry.layer);
        if (!layer) {
            return std::unexpected(layer.error());
        }
        const auto uids = batchUids(database(), **layer, entry.uid);
        return uids ? refreshFeatures(database(), **layer, *uids) : std::unexpected(uids.error());
    }

    Result<void> refreshTouched(const TouchedFeatures& touched) {
        std::map<std::string, std::vector<std::string>> byLayer;
        for (const auto& [layer, uid] : touched) {
            byLayer[layer].push_back(uid);
        }
        for (const auto& [name, uids] : byLayer) {
            const Layer* layer = m_plan->catalogue().layer(name);
            if (layer == nullptr) {
                continue; // marks have no search rows
            }
            if (const auto done = refreshFeatures(database(), *layer, uids); !done) {
                return done;
            }
        }
        return {};
    }

    /// Brings the chains of the entry's marks to `state`. \return the touched features with the further marks
    /// in place of the old ones
    Result<TouchedFeatures> turnMarks(const TouchedFeatures& touched, ChainState state) {
        TouchedFeatures turned;
        // A chain is taken back from its end: uids sort by time.
        std::vector<std::pair<std::string, std::string>> inOrder(touched.begin(), touched.end());
        if (state == ChainState::BeforeMark) {
            std::ranges::reverse(inOrder);
        }
        for (const auto& [layer, uid] : inOrder) {
            if (layer != markTable) {
                turned.emplace(layer, uid);
                continue;
            }
            const auto further = appendChainState(database(), uid, state, m_by);
            if (!further) {
                return std::unexpected(further.error());
            }
            turned.emplace(markTable, further->uid);
            turned.emplace(further->subject, further->subjectUid);
        }
        return turned;
    }

    Result<JournalEntry> finish(const JournalEntry& entry,
                                const std::string& kind,
                                const std::string& undoes,
                                const Result<void>& applied,
                                const TouchedFeatures& touched,
                                ChainState state) {
        if (!applied) {
            return std::unexpected(applied.error());
        }
        const auto turned = turnMarks(touched, state);
        const auto refreshed = turned ? refreshTouched(*turned) : std::unexpected(turned.error());
        if (!refreshed) {
            return std::unexpected(refreshed.error());
        }
        JournalEntry written{.uid = newUid(),
                             .by = m_by,
                             .kind = kind,
                             .what = kind + " " + entry.what,
                             .layer = entry.layer,
                             .features = entry.features,
                             .undoes = undoes};
        return writeJournal(database(), std::move(written), m_pieces, *turned);
    }

    Plan* m_plan;
    std::string m_by;
    std::vector<Bytes> m_pieces; // what the undo of a batch deleted
};

Result<JournalEntry> commit(const Plan& plan, Transaction& transaction, Result<JournalEntry> entry) {
    if (!entry) {
        return entry;
    }
    auto committed = rememberStamps(plan);
    if (committed) {
        committed = transaction.commit();
    }
    return committed ? entry : std::unexpected(committed.error());
}

Result<Transaction> beginWriting(const Plan& plan) {
    if (plan.database().readOnly()) {
        return failure(ErrorCode::ReadOnly, plan.path() + ": the plan is open for reading only");
    }
    auto transaction = Transaction::begin(plan.database());
    if (transaction) {
        if (const auto caughtUp = catchUpInTransaction(plan); !caughtUp) {
            return std::unexpected(caughtUp.error());
        }
    }
    return transaction;
}

} // namespace

Result<JournalEntry> undo(Plan& plan, std::string_view by) {
    auto transaction = beginWriting(plan);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto entry = nextUndo(plan);
    if (!entry || !*entry) {
        return entry ? failure(ErrorCode::NotFound, "there is nothing to undo")
                     : std::unexpected(entry.error());
    }
    return commit(plan, *transaction, Reversal(plan, by).takeBack(**entry));
}

Result<JournalEntry> redo(Plan& plan, std::string_view by) {
    auto transaction = beginWriting(plan);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto undoEntry = nextRedo(plan);
    if (!undoEntry || !*undoEntry) {
        return undoEntry ? failure(ErrorCode::NotFound, "there is nothing to redo")
                         : std::unexpected(undoEntry.error());
    }
    const auto entry = readEntry(plan.database(), (*undoEntry)->undoes);
    if (!entry) {
        return std::unexpected(entry.error());
    }
    return commit(plan, *transaction, Reversal(plan, by).makeAgain(**undoEntry, *entry));
}

} // namespace tuban
