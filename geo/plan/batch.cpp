#include "geo/plan/batch.h"

#include "geo/plan/follow.h"
#include "geo/plan/journal_rows.h"
#include "geo/plan/sqlite.h"

namespace tuban {

namespace {

constexpr int mostNamed = 5;

/// Refuses when somebody edited a row of the batch after it and the edit still stands.
Result<void> refuseEdited(const Database& database, const Layer& layer, const JournalEntry& entry) {
    Statement rows(
        database,
        "SELECT DISTINCT f.uid FROM journal_feature f JOIN journal j ON j.id = f.journal_id JOIN " +
            quotedName(layer.name) +
            " t ON t.uid = f.uid WHERE t.import_uid = ?1 AND f.layer = ?2 AND j.id > ?3 AND j.kind IN "
            "('edit', 'import', 'merge', 'foreign') AND NOT EXISTS (SELECT 1 FROM journal u WHERE "
            "u.undoes = j.uid AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.undoes = u.uid))");
    rows.bind(1, entry.uid).bind(2, layer.name).bind(3, entry.id);
    std::string names;
    int count = 0;
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        names += ++count <= mostNamed ? " " + layer.name + ":" + std::string(rows.text(0)) : "";
    }
    if (count == 0) {
        return {};
    }
    return failure(ErrorCode::Conflict,
                   std::to_string(count) + " of the imported features were edited since:" + names +
                       (count > mostNamed ? " …" : "") + "; nothing was done");
}

Result<void> deleteRows(const Database& database,
                        const Layer& layer,
                        const std::vector<std::string>& uids,
                        ChangeRecorder& recorder) {
    std::vector<Statement> deletes;
    deletes.emplace_back(database, "DELETE FROM " + quotedName(layer.name) + " WHERE uid = ?1");
    for (const Layer::Companion& companion : layer.companions) {
        deletes.emplace_back(database, "DELETE FROM " + quotedName(companion.table) + " WHERE of_uid = ?1");
    }
    for (const std::string& uid : uids) {
        for (Statement& statement : deletes) {
            auto deleted = statement.bind(1, uid).run();
            if (deleted) {
                deleted = recorder.rowWritten();
            }
            if (!deleted) {
                return deleted;
            }
        }
    }
    return {};
}

} // namespace

Result<std::vector<std::string>>
batchUids(const Database& database, const Layer& layer, std::string_view importUid) {
    std::vector<std::string> uids;
    Statement rows(database,
                   "SELECT uid FROM " + quotedName(layer.name) + " WHERE import_uid = ?1 ORDER BY id");
    rows.bind(1, importUid);
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        uids.emplace_back(rows.text(0));
    }
    return uids;
}

Result<std::vector<Bytes>> deleteBatch(const Plan& plan, const JournalEntry& entry) {
    const Database& database = plan.database();
    const auto layer = plan.catalogue().requireLayer(entry.layer);
    if (!layer) {
        return std::unexpected(layer.error());
    }
    if (const auto free = refuseEdited(database, **layer, entry); !free) {
        return std::unexpected(free.error());
    }
    const auto uids = batchUids(database, **layer, entry.uid);
    auto recorder = ChangeRecorder::start(database, recordedTables(plan.catalogue()));
    if (!uids || !recorder) {
        return std::unexpected(uids ? recorder.error() : uids.error());
    }
    auto done = deleteRows(database, **layer, *uids, *recorder);
    if (done) {
        done = refreshFeatures(database, **layer, *uids);
    }
    return done ? recorder->finish() : std::unexpected(done.error());
}

} // namespace tuban
