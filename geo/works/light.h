#pragma once

#include "geo/base/result.h"
#include "geo/base/text.h"
#include "geo/plan/catalogue.h"
#include "geo/plan/plan.h"
#include "geo/works/mark_log.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tuban {

/// What a work's dates say on a day, best first as far as they are comparable.
enum class Light : std::uint8_t {
    Done,      ///< in service, closed or completed
    OnPlan,    ///< has dates and keeps them
    Unplanned, ///< no date to judge by: never green
    Halted,    ///< works stand still and that is known
    Due,       ///< due now, or slow
    Late,
    BadlyLate,
};
/// "done" "on_plan" "unplanned" "halted" "due" "late" "badly_late"
[[nodiscard]] std::string_view codeOf(Light light);

/// Thresholds of the lights. Start, progress and registration follow the rule that Yinchuan published in
/// 2025 for its major projects; the last fifth of the time and the colours of supervised items that of
/// supervision boards in use. What neither gives is ours and said so.
struct LightRules {
    int startLateMonths = 3;          ///< after the planned start
    int startBadlyLateMonths = 6;     ///< ours: twice that
    double progressSlowPoints = 10;   ///< behind the plan, from here on slow
    double progressLatePoints = 30;   ///< more than this: late
    int completionBadlyLateDays = 90; ///< ours
    int registrationDueMonths = 1;    ///< after the actual start
    int registrationLateMonths = 2;
    double nodeTimeLeftShare = 0.2; ///< of the time between the node before and this one
    int nodeLeastDays = 7;          ///< ours: a short node is due at least a week before
    int nodeUsualDays = 60;         ///< ours: span of a node that has none before it
    int nodeBadlyLateDays = 30;     ///< ours
    int silentDaysBuilding = 14, silentDaysApproval = 30, silentDaysSigned = 60;
};

/// What lights are judged by; days are `YYYY-MM-DD`, empty when unknown.
struct WorkFacts {
    /// A date to be kept: a milestone, a blocker's end, a permit.
    struct Node {
        enum class Kind : std::uint8_t { Milestone, Blocker, Permit } kind = Kind::Milestone;
        LocalText name{};
        std::string due{};
        std::string begin{}; ///< where its time starts to run: the node before, the day it was opened
        bool done = false;
    };
    Stage::Means means = Stage::Means::Before;
    bool isAgreed = false; ///< before the land is had: talks, signed
    bool halted = false;
    std::string planStart, actualStart, planComplete, actualComplete;
    std::optional<double> percent; ///< 0..100, as marks say
    std::string heard;             ///< day of the last thing that was said of it
    std::vector<Node> nodes;
    bool mustRegister = false; ///< is to be entered in the statistics after its start
    bool isRegistered = false;
};

/// One thing that a light was judged by.
struct LightReason {
    enum class Aspect : std::uint8_t { Start, Progress, Completion, Registration, Node, State };
    Aspect aspect = Aspect::State;
    Light light = Light::Unplanned;
    LocalText why; ///< one sentence
    int lateDays = 0;
};

/// The judgement of a work on a day.
struct LightOfWork {
    Light light = Light::Unplanned; ///< the worst of `reasons`
    LocalText why;                  ///< the sentence of the worst
    std::vector<LightReason> reasons;
    int lateDays = 0;                     ///< of the worst
    std::optional<double> plannedPercent; ///< share of the planned time that has passed, 0..100
    std::optional<int> silentDays;        ///< since something was heard; nullopt when nothing ever was
    /// Too long without a word. A badge of its own that never changes the light: otherwise a quiet fortnight
    /// would paint every work red.
    bool silent = false;
};

/// Judges a work. Pure: the same facts and day give the same light. \param today `YYYY-MM-DD`
[[nodiscard]] LightOfWork judge(const WorkFacts& facts, std::string_view today, const LightRules& rules = {});

/// Lights by layer and uid.
using LightsByLayer = std::map<std::string, std::unordered_map<std::string, LightOfWork>, std::less<>>;

/// The lights of all works of a plan on a day, in one pass over its tables. Features that were never a work
/// (what has always been there; land without a contract) have none.
/// \param today `YYYY-MM-DD`; marks of later days do not count
/// \param layers names of those wanted; all when empty
/// \return Error::Sql, Busy
[[nodiscard]] Result<LightsByLayer> readLights(const Plan& plan,
                                               std::string_view today,
                                               const std::vector<std::string>& layers = {},
                                               const LightRules& rules = {});
/// The same over a log of marks that was read before, by its clocks: stages and percents are those of
/// progressOf, what came about after the day is not there yet.
[[nodiscard]] Result<LightsByLayer> readLights(const Plan& plan,
                                               const MarkLog& log,
                                               const Clocks& clocks,
                                               const std::vector<std::string>& layers = {},
                                               const LightRules& rules = {});

} // namespace tuban
