#include "geo/plan/state_now.h"

#include "geo/plan/sqlite.h"

#include <utility>

namespace tuban {

namespace {

std::string selectStage(const Layer& layer) {
    const bool hasStage = layer.column("stage") != nullptr;
    return std::string("SELECT ") + (hasStage ? "stage" : "NULL") + " FROM " + quotedName(layer.name) +
           " WHERE uid = ?1";
}

} // namespace

StateNow::StateNow(const Database& database, const Layer& layer)
    : m_layer(layer.name),
      m_marks(
          database,
          "SELECT stage, percent, state, on_date FROM v_mark_live WHERE subject = ?1 AND subject_uid = ?2 "
          "ORDER BY on_date DESC, recorded_at DESC, uid DESC"),
      m_row(database, selectStage(layer)),
      m_forget(database, "DELETE FROM state_now WHERE layer = ?1 AND uid = ?2"),
      m_keep(
          database,
          "INSERT INTO state_now(layer, uid, stage, percent, state, since) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
          "ON CONFLICT(layer, uid) DO UPDATE SET stage = excluded.stage, percent = excluded.percent, "
          "state = excluded.state, since = excluded.since") {}

/// From the live marks, newest first: each thing as the newest mark that says it has it.
Result<StateNow::State> StateNow::stateOfMarks(std::string_view uid) {
    m_marks.reset();
    m_marks.bind(1, m_layer).bind(2, uid);
    State known;
    for (auto row = m_marks.step(); !row || *row; row = m_marks.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        if (isNull(known.stage) && !m_marks.isNull(0)) {
            known.stage = m_marks.value(0);
            known.since = m_marks.value(3);
        }
        known.percent = isNull(known.percent) ? m_marks.value(1) : known.percent;
        known.state = isNull(known.state) ? m_marks.value(2) : known.state;
    }
    m_marks.reset();
    return known;
}

Result<Value> StateNow::stageOfRow(std::string_view uid) {
    m_row.reset();
    const auto found = m_row.bind(1, uid).step();
    if (!found) {
        return std::unexpected(found.error());
    }
    Value stage = *found ? m_row.value(0) : Value();
    m_row.reset();
    return stage;
}

Result<void> StateNow::refresh(std::string_view uid) {
    auto state = stateOfMarks(uid);
    if (!state) {
        return std::unexpected(state.error());
    }
    if (isNull(state->stage)) {
        auto stage = stageOfRow(uid);
        if (!stage) {
            return std::unexpected(stage.error());
        }
        state->stage = std::move(*stage);
    }
    if (isNull(state->stage) && isNull(state->state)) {
        return m_forget.bind(1, m_layer).bind(2, uid).run();
    }
    m_keep.bind(1, m_layer).bind(2, uid).bind(3, state->stage).bind(4, state->percent);
    return m_keep.bind(5, state->state).bind(6, state->since).run();
}

Result<void> refreshStateNow(const Database& database, const Layer& layer, std::string_view uid) {
    return StateNow(database, layer).refresh(uid);
}

} // namespace tuban
