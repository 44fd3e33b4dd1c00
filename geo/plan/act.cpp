#include "geo/base/uid.h"
#include "geo/plan/foreign_edits.h"
#include "geo/plan/journal.h"
#include "geo/plan/journal_rows.h"

#include <optional>
#include <utility>

namespace tuban {

// Members are destroyed from last to first: the recording ends before the transaction is rolled back.
struct Act::Parts {
    Plan* plan = nullptr;
    ActHead head;
    std::string uid;
    std::optional<Transaction> transaction;
    std::optional<ChangeRecorder> recorder; // none for a batch
    bool batch = false;
    TouchedFeatures touched;
    std::optional<std::int64_t> features;
    std::int64_t changesBefore = 0;
};

Result<Act> Act::begin(Plan& plan, ActHead head) {
    if (plan.database().readOnly()) {
        return failure(ErrorCode::ReadOnly, plan.path() + ": the plan is open for reading only");
    }
    auto parts = std::make_unique<Parts>();
    auto transaction = Transaction::begin(plan.database());
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    parts->transaction.emplace(std::move(*transaction));
    if (const auto caughtUp = catchUpInTransaction(plan); !caughtUp) {
        return std::unexpected(caughtUp.error());
    }
    auto recorder = ChangeRecorder::start(plan.database(), recordedTables(plan.catalogue()));
    if (!recorder) {
        return std::unexpected(recorder.error());
    }
    parts->recorder.emplace(std::move(*recorder));
    parts->plan = &plan;
    parts->head = std::move(head);
    parts->uid = newUid();
    parts->changesBefore = sqlite3_total_changes64(plan.database().handle());
    return Act(std::move(parts));
}

Act::Act(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Act::~Act() = default;
Act::Act(Act&&) noexcept = default;

void Act::touched(std::string_view layer, std::string_view uid) {
    m_parts->touched.emplace(layer, uid);
}

const std::string& Act::uid() const {
    return m_parts->uid;
}

void Act::recordAsBatch() {
    m_parts->recorder.reset();
    m_parts->batch = true;
}

bool Act::isBatch() const {
    return m_parts->batch;
}

const std::string& Act::kind() const {
    return m_parts->head.kind;
}

Result<void> Act::rowWritten() {
    return m_parts->recorder ? m_parts->recorder->rowWritten() : Result<void>();
}

void Act::describe(std::string what, std::int64_t features) {
    m_parts->head.what = std::move(what);
    m_parts->features = features;
}

Result<JournalEntry> Act::commit() {
    const Database& database = m_parts->plan->database();
    Result<std::vector<Bytes>> pieces;
    if (m_parts->recorder) {
        pieces = m_parts->recorder->finish();
        m_parts->recorder.reset();
    }
    if (!pieces) {
        return std::unexpected(pieces.error());
    }
    // Rows of marks and of a batch are not recorded: the connection's own count stands for them.
    const bool unrecorded =
        m_parts->batch || m_parts->head.kind == "mark" || m_parts->head.kind == "merge";
    const bool changed =
        unrecorded ? sqlite3_total_changes64(database.handle()) != m_parts->changesBefore : !pieces->empty();
    if (!changed) {
        m_parts->transaction.reset();
        return failure(ErrorCode::Sql, m_parts->head.what + ": nothing was changed");
    }
    JournalEntry entry{.uid = m_parts->uid,
                       .by = m_parts->head.by,
                       .kind = m_parts->head.kind,
                       .what = m_parts->head.what,
                       .layer = m_parts->head.layer};
    entry.features = m_parts->features.value_or(std::ssize(m_parts->touched));
    auto written = writeJournal(database, std::move(entry), *pieces, m_parts->touched);
    if (!written) {
        return written;
    }
    auto committed = rememberStamps(*m_parts->plan);
    if (committed) {
        committed = m_parts->transaction->commit();
    }
    return committed ? written : std::unexpected(committed.error());
}

} // namespace tuban
