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
    : m_database(&database), m_layer(layer), m_geos(std::make_unique<GeosContext>()),
      m_marks(database,
              "SELECT m.stage, m.percent, m.state, m.on_date, m.work_layer, m.from_m, m.to_m, e.geom "
              "FROM v_mark_live m LEFT JOIN mark_extent e ON e.mark_uid = m.uid "
              "WHERE m.subject = ?1 AND m.subject_uid = ?2 "
              "ORDER BY m.on_date DESC, m.recorded_at DESC, m.uid DESC"),
      m_row(database, selectStage(layer)),
      m_forget(database, "DELETE FROM state_now WHERE layer = ?1 AND uid = ?2"),
      m_keep(
          database,
          "INSERT INTO state_now(layer, uid, stage, percent, state, since) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
          "ON CONFLICT(layer, uid) DO UPDATE SET stage = excluded.stage, percent = excluded.percent, "
          "state = excluded.state, since = excluded.since") {}

Result<std::vector<WorkMark>> StateNow::liveMarks(std::string_view uid) {
    m_marks.reset();
    m_marks.bind(1, m_layer.name).bind(2, uid);
    std::vector<WorkMark> marks;
    for (auto row = m_marks.step(); !row || *row; row = m_marks.step()) {
        auto mark = row ? workMarkOf(m_layer, m_marks, 0) : std::unexpected(row.error());
        if (!mark) {
            return std::unexpected(mark.error());
        }
        marks.push_back(std::move(*mark));
    }
    m_marks.reset();
    return marks;
}

Result<StateNow::State> StateNow::stateOfMarks(std::string_view uid,
                                               const std::vector<WorkMark>& newestFirst) {
    State known;
    const auto imported = stageOfRow(uid);
    const auto shape = workShape(*m_geos, *m_database, m_layer, uid);
    if (!imported || !shape) {
        return std::unexpected(imported ? shape.error() : imported.error());
    }
    const auto state = workState(*m_geos, m_layer, *shape, rankOf(m_layer, toText(*imported)), newestFirst);
    if (!state) {
        return within(m_layer.name + " " + std::string(uid), state.error());
    }
    known.stage =
        state->rank == noRank ? *imported : Value(m_layer.stages[static_cast<std::size_t>(state->rank)].code);
    known.since = state->since.empty() ? Value() : Value(state->since);
    known.percent =
        (state->measured || state->statedPercent) && state->percent ? Value(*state->percent) : Value();
    known.state = Value(state->state);
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
    const auto marks = liveMarks(uid);
    if (!marks) {
        return std::unexpected(marks.error());
    }
    auto state = marks->empty()
                     ? stageOfRow(uid).transform([](const Value& stage) { return State{.stage = stage}; })
                     : stateOfMarks(uid, *marks);
    if (!state) {
        return std::unexpected(state.error());
    }
    if (isNull(state->stage) && isNull(state->state)) {
        return m_forget.bind(1, m_layer.name).bind(2, uid).run();
    }
    m_keep.bind(1, m_layer.name).bind(2, uid).bind(3, state->stage).bind(4, state->percent);
    return m_keep.bind(5, state->state).bind(6, state->since).run();
}

Result<void> refreshStateNow(const Database& database, const Layer& layer, std::string_view uid) {
    return StateNow(database, layer).refresh(uid);
}

} // namespace tuban
