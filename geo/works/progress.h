#pragma once

#include "geo/base/result.h"
#include "geo/plan/features.h"
#include "geo/plan/plan.h"
#include "geo/plan/work_state.h"
#include "geo/works/mark_log.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tuban {

/// How far a feature has come on a day.
struct FeatureProgress {
    FeatureRef feature{};
    const Layer* layer = nullptr; ///< of the plan's catalogue
    std::string name{};
    WorkState state{};
    /// Stretches by layer of construction (subgrade, surface …), of lines; ranks as in the state, noRank
    /// where nothing was marked.
    std::vector<std::pair<std::string, std::vector<Tile>>> workLayers{};
    std::string planned{};           ///< day of the next planned step: start, then completion; may be empty
    std::optional<int> lateDays{};   ///< days after `planned`, 0 before it; none without such a day
    std::optional<int> daysSilent{}; ///< since the newest mark; none without any
    /// Stated and measured percent differ by more than this: somebody has to look.
    [[nodiscard]] std::optional<double> statedDifference() const;
    [[nodiscard]] std::string stage() const; ///< code; empty when unknown
};
inline constexpr double tolerableDifferencePoints = 10;

struct ProgressQuery {
    std::string layer{}; ///< empty: every layer with stages; of those only features with a stage or a mark
    Clocks clocks;
};

/// Progress of all features of a layer, or of all works of a plan, in the order of the catalogue and of their
/// ids. The log of marks, the shapes and the names are each read in one pass. The two clocks rule the marks;
/// attributes are as they stand. \return Error::Usage for a layer without stages
[[nodiscard]] Result<std::vector<FeatureProgress>> progressOf(const Plan& plan, const ProgressQuery& query);
/// The same over a log that was read before, for a second day.
[[nodiscard]] Result<std::vector<FeatureProgress>>
progressOf(const Plan& plan, const MarkLog& log, const ProgressQuery& query);

} // namespace tuban
