#include "geo/plan/journal_rows.h"

#include "geo/base/instant.h"

namespace tuban {

namespace {

Result<void> writePieces(const Database& database, std::int64_t journalId, const std::vector<Bytes>& pieces) {
    Statement insert(database, "INSERT INTO journal_chunk(journal_id, n, packed) VALUES (?1, ?2, ?3)");
    std::int64_t number = 0;
    for (const Bytes& piece : pieces) {
        const auto written =
            insert.bind(1, journalId).bind(2, number++).bind(3, std::span<const std::byte>(piece)).run();
        if (!written) {
            return written;
        }
    }
    return {};
}

Result<void> writeTouched(const Database& database, std::int64_t journalId, const TouchedFeatures& touched) {
    Statement insert(database, "INSERT INTO journal_feature(journal_id, layer, uid) VALUES (?1, ?2, ?3)");
    for (const auto& [layer, uid] : touched) {
        if (const auto written = insert.bind(1, journalId).bind(2, layer).bind(3, uid).run(); !written) {
            return written;
        }
    }
    return {};
}

} // namespace

std::vector<std::string> recordedTables(const Catalogue& catalogue) {
    std::vector<std::string> tables{"milestone",
                                    "permit",
                                    "invest",
                                    "blocker",
                                    "alias",
                                    "link",
                                    "document",
                                    "meeting",
                                    "supervise",
                                    "target",
                                    "target_note",
                                    "scenario",
                                    "scenario_site",
                                    "setting"};
    for (const Layer& layer : catalogue.layers()) {
        tables.push_back(layer.name);
        for (const Layer::Companion& companion : layer.companions) {
            tables.push_back(companion.table);
        }
    }
    return tables;
}

Result<JournalEntry> writeJournal(const Database& database,
                                  JournalEntry entry,
                                  const std::vector<Bytes>& pieces,
                                  const TouchedFeatures& touched) {
    entry.at = nowUtc();
    Statement insert(database,
                     "INSERT INTO journal(uid, at, by, kind, what, undoes, layer, features, schema_version) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING id");
    insert.bind(1, entry.uid).bind(2, entry.at).bind(3, entry.by).bind(4, entry.kind).bind(5, entry.what);
    insert.bind(6, entry.undoes.empty() ? Value() : Value(entry.undoes));
    insert.bind(7, entry.layer.empty() ? Value() : Value(entry.layer));
    const auto row = insert.bind(8, entry.features).bind(9, currentSchemaVersion).step();
    if (!row) {
        return std::unexpected(row.error());
    }
    entry.id = insert.integer(0);
    insert.reset();
    auto written = writePieces(database, entry.id, pieces);
    if (written) {
        written = writeTouched(database, entry.id, touched);
    }
    if (!written) {
        return std::unexpected(written.error());
    }
    return entry;
}

Result<std::vector<Bytes>> readPieces(const Database& database, std::int64_t journalId) {
    std::vector<Bytes> pieces;
    Statement rows(database, "SELECT packed FROM journal_chunk WHERE journal_id = ?1 ORDER BY n");
    rows.bind(1, journalId);
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        auto changeset = unpacked(rows.blob(0));
        if (!changeset) {
            return std::unexpected(changeset.error());
        }
        pieces.push_back(std::move(*changeset));
    }
    return pieces;
}

Result<TouchedFeatures> readTouched(const Database& database, std::int64_t journalId) {
    TouchedFeatures touched;
    Statement rows(database, "SELECT layer, uid FROM journal_feature WHERE journal_id = ?1");
    rows.bind(1, journalId);
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        touched.emplace(rows.text(0), rows.text(1));
    }
    return touched;
}

} // namespace tuban
