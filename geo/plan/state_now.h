#pragma once

#include "geo/base/result.h"
#include "geo/plan/catalogue.h"
#include "geo/plan/database.h"

#include <string>
#include <string_view>

namespace tuban {

/// Keeps the rows of table `state_now` of one layer, inside the caller's transaction: stage, percent and
/// state each from the newest live mark that says one, the stage of the feature's row otherwise; no row when
/// nothing is known. The light is left to the rules of works. Thread rule: that of the connection.
class StateNow {
public:
    StateNow(const Database& database, const Layer& layer);
    [[nodiscard]] Result<void> refresh(std::string_view uid);

private:
    struct State {
        Value stage, percent, state, since;
    };
    [[nodiscard]] Result<State> stateOfMarks(std::string_view uid);
    [[nodiscard]] Result<Value> stageOfRow(std::string_view uid);

    std::string m_layer;
    Statement m_marks;
    Statement m_row;
    Statement m_forget;
    Statement m_keep;
};

/// The same for one feature.
[[nodiscard]] Result<void>
refreshStateNow(const Database& database, const Layer& layer, std::string_view uid);

} // namespace tuban
