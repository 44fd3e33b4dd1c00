#include "geo/plan/state_now.h"

#include "geo/plan/sqlite.h"

#include <string>

namespace tuban {

namespace {

struct State {
    Value stage, percent, state, since;
};

/// From the live marks, newest first: each thing as the newest mark that says it has it.
Result<State> stateOfMarks(const Database& database, const Layer& layer, std::string_view uid) {
    Statement marks(
        database,
        "SELECT stage, percent, state, on_date FROM v_mark_live WHERE subject = ?1 AND subject_uid = ?2 "
        "ORDER BY on_date DESC, recorded_at DESC, uid DESC");
    marks.bind(1, layer.name).bind(2, uid);
    State known;
    for (auto row = marks.step(); !row || *row; row = marks.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        if (isNull(known.stage) && !marks.isNull(0)) {
            known.stage = marks.value(0);
            known.since = marks.value(3);
        }
        known.percent = isNull(known.percent) ? marks.value(1) : known.percent;
        known.state = isNull(known.state) ? marks.value(2) : known.state;
    }
    return known;
}

Result<Value> stageOfRow(const Database& database, const Layer& layer, std::string_view uid) {
    if (layer.column("stage") == nullptr) {
        return Value();
    }
    Statement row(database, "SELECT stage FROM " + quotedName(layer.name) + " WHERE uid = ?1");
    const auto found = row.bind(1, uid).step();
    if (!found) {
        return std::unexpected(found.error());
    }
    return *found ? row.value(0) : Value();
}

} // namespace

Result<void> refreshStateNow(const Database& database, const Layer& layer, std::string_view uid) {
    auto state = stateOfMarks(database, layer, uid);
    if (!state) {
        return std::unexpected(state.error());
    }
    if (isNull(state->stage)) {
        auto stage = stageOfRow(database, layer, uid);
        if (!stage) {
            return std::unexpected(stage.error());
        }
        state->stage = std::move(*stage);
    }
    if (isNull(state->stage) && isNull(state->state)) {
        Statement forget(database, "DELETE FROM state_now WHERE layer = ?1 AND uid = ?2");
        return forget.bind(1, layer.name).bind(2, uid).run();
    }
    Statement keep(
        database,
        "INSERT INTO state_now(layer, uid, stage, percent, state, since) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
        "ON CONFLICT(layer, uid) DO UPDATE SET stage = excluded.stage, percent = excluded.percent, "
        "state = excluded.state, since = excluded.since");
    keep.bind(1, layer.name).bind(2, uid).bind(3, state->stage).bind(4, state->percent);
    return keep.bind(5, state->state).bind(6, state->since).run();
}

} // namespace tuban
