#include "geo/plan/foreign_edits.h"

#include "geo/base/uid.h"
#include "geo/plan/courtesy_areas.h"
#include "geo/plan/follow.h"
#include "geo/plan/journal_rows.h"
#include "geo/plan/search_index.h"
#include "geo/plan/sqlite.h"
#include "geo/plan/watch.h"

#include <map>
#include <set>
#include <sstream>
#include <utility>

namespace tuban {

namespace {

/// Key of the fact that keeps the stamps: a line `table stamps` for each.
constexpr std::string_view seenFact = "seen_stamps";

using Stamps = std::map<std::string, std::string>;

Stamps parsedStamps(const std::string& text) {
    Stamps stamps;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t blank = line.find(' ');
        if (blank != std::string::npos) {
            stamps[line.substr(0, blank)] = line.substr(blank + 1);
        }
    }
    return stamps;
}

/// Layers with another stamp than the one seen, on themselves or a companion. A table never seen is taken as
/// it is.
std::vector<const Layer*>
editedLayers(const Catalogue& catalogue, const Stamps& seen, const Stamps& present) {
    const auto moved = [&](const std::string& table) {
        const auto before = seen.find(table);
        const auto now = present.find(table);
        return before != seen.end() && now != present.end() && before->second != now->second;
    };
    std::vector<const Layer*> layers;
    for (const Layer& layer : catalogue.layers()) {
        bool edited = moved(layer.name);
        for (const Layer::Companion& companion : layer.companions) {
            edited = edited || moved(companion.table);
        }
        if (edited) {
            layers.push_back(&layer);
        }
    }
    return layers;
}

Result<std::vector<const Layer*>> editedLayers(const Plan& plan) {
    const auto pulse = readPulse(plan);
    if (!pulse) {
        return std::unexpected(pulse.error());
    }
    const auto seen = plan.fact(seenFact);
    return seen ? editedLayers(plan.catalogue(), parsedStamps(*seen), pulse->tables)
                : std::vector<const Layer*>();
}

/// Features whose kept state no longer follows from their row: a stage typed elsewhere, or a row that is
/// gone.
Result<void> addStaleStates(const Database& database, const Layer& layer, std::set<std::string>& uids) {
    if (layer.stages.empty() || layer.column("stage") == nullptr) {
        return {};
    }
    Statement rows(
        database,
        "SELECT t.uid FROM " + quotedName(layer.name) +
            " t LEFT JOIN state_now s ON s.layer = ?1 AND s.uid = t.uid "
            "WHERE s.since IS NULL AND s.stage IS NOT t.stage UNION SELECT s.uid FROM state_now s WHERE "
            "s.layer = ?1 AND s.uid NOT IN (SELECT uid FROM " +
            quotedName(layer.name) + ")");
    rows.bind(1, layer.name);
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        uids.emplace(rows.text(0));
    }
    return {};
}

/// Makes right what follows from the layer's rows. \return uids of the features that were found changed
Result<std::set<std::string>> catchUpLayer(const Plan& plan, const Layer& layer) {
    const auto searched = refreshSearchOfLayer(plan.database(), layer);
    const auto measured = searched ? refreshAreas(plan, layer) : searched;
    if (!measured) {
        return std::unexpected(measured.error());
    }
    std::set<std::string> uids(searched->begin(), searched->end());
    uids.insert(measured->begin(), measured->end());
    auto done = addStaleStates(plan.database(), layer, uids);
    if (done) {
        done = refreshFeatures(plan.database(), layer, {uids.begin(), uids.end()});
    }
    return done ? Result<std::set<std::string>>(std::move(uids)) : std::unexpected(done.error());
}

Result<void> journalLayer(const Plan& plan, const Layer& layer, const std::set<std::string>& uids) {
    TouchedFeatures touched;
    for (const std::string& uid : uids) {
        touched.emplace(layer.name, uid);
    }
    JournalEntry entry{.uid = newUid(),
                       .by = "another program",
                       .kind = "foreign",
                       .what = "edit " + layer.name + " in another program",
                       .layer = layer.name,
                       .features = std::ssize(uids)};
    const auto written = writeJournal(plan.database(), std::move(entry), {}, touched);
    return written ? Result<void>() : std::unexpected(written.error());
}

} // namespace

Result<void> rememberStamps(const Plan& plan) {
    const auto pulse = readPulse(plan);
    if (!pulse) {
        return std::unexpected(pulse.error());
    }
    std::string text;
    for (const auto& [table, stamp] : pulse->tables) {
        text += table + ' ' + stamp + '\n';
    }
    Statement keep(plan.database(),
                   "INSERT INTO workspace(key, value) VALUES (?1, ?2) "
                   "ON CONFLICT(key) DO UPDATE SET value = excluded.value");
    return keep.bind(1, seenFact).bind(2, text).run();
}

Result<bool> catchUpInTransaction(const Plan& plan) {
    const auto layers = editedLayers(plan);
    if (!layers) {
        return std::unexpected(layers.error());
    }
    for (const Layer* layer : *layers) {
        const auto uids = catchUpLayer(plan, *layer);
        const auto written = uids ? journalLayer(plan, *layer, *uids) : std::unexpected(uids.error());
        if (!written) {
            return std::unexpected(written.error());
        }
    }
    if (layers->empty()) {
        return false;
    }
    const auto remembered = rememberStamps(plan);
    return remembered ? Result<bool>(true) : std::unexpected(remembered.error());
}

Result<bool> catchUpForeignEdits(Plan& plan) {
    const auto layers = editedLayers(plan);
    if (!layers || layers->empty() || plan.database().readOnly()) {
        return layers ? Result<bool>(!layers->empty()) : std::unexpected(layers.error());
    }
    auto transaction = Transaction::begin(plan.database());
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto caughtUp = catchUpInTransaction(plan);
    const auto committed = caughtUp ? transaction->commit() : std::unexpected(caughtUp.error());
    return committed ? caughtUp : std::unexpected(committed.error());
}

} // namespace tuban
