#pragma once

#include "geo/base/result.h"
#include "geo/plan/catalogue.h"
#include "geo/plan/database.h"
#include "geo/plan/work_state.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// Keeps the rows of table `state_now` of one layer, inside the caller's transaction: stage and percent by the
/// rule of workState, the stage of the feature's row where no live mark says one; no row when nothing is
/// known. The light is left to the rules of works. Thread rule: that of the connection.
class StateNow {
public:
    StateNow(const Database& database, const Layer& layer);
    [[nodiscard]] Result<void> refresh(std::string_view uid);

private:
    struct State {
        Value stage{}, percent{}, state{}, since{};
    };
    [[nodiscard]] Result<std::vector<WorkMark>> liveMarks(std::string_view uid);
    [[nodiscard]] Result<State> stateOfMarks(std::string_view uid, const std::vector<WorkMark>& newestFirst);
    [[nodiscard]] Result<Value> stageOfRow(std::string_view uid);

    const Database* m_database;
    Layer m_layer;
    std::unique_ptr<GeosContext> m_geos;
    Statement m_marks;
    Statement m_row;
    Statement m_forget;
    Statement m_keep;
};

/// The same for one feature.
[[nodiscard]] Result<void>
refreshStateNow(const Database& database, const Layer& layer, std::string_view uid);

} // namespace tuban
