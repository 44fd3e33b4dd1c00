#include "geo/base/instant.h"
#include "geo/works/target.h"

#include <algorithm>
#include <format>

namespace tuban {

namespace {

constexpr double slowPoints = 10;
constexpr double latePoints = 30;
constexpr int dueDays = 14;
constexpr int badlyLateDays = 30;

/// Part of the window that has passed, 0..1.
std::optional<double> passed(const Target& target, std::string_view asOf) {
    const auto& end = target.windowTo.empty() ? target.due : target.windowTo;
    if (target.windowFrom.empty() || end.empty() || end <= target.windowFrom) {
        return std::nullopt;
    }
    const double days = daysBetween(target.windowFrom, asOf) + 1; // the day itself is worked
    return std::clamp(days / (daysBetween(target.windowFrom, end) + 1), 0.0, 1.0);
}

struct Judgement {
    Light light = Light::Unplanned;
    LocalText why;
};

Judgement afterDue(const Target& target, int days) {
    const bool badly = days > badlyLateDays && target.isPromised();
    return {badly ? Light::BadlyLate : Light::Late,
            {std::format("逾期 {} 天仍未达到。", days),
             std::format("Not reached {} days after it was due.", days)}};
}

Judgement byPace(const TargetState& state) {
    const double done = 100 * *state.share;
    const double time = 100 * *state.expectedShare;
    const double behind = time - done;
    return {behind > latePoints    ? Light::Late
            : behind >= slowPoints ? Light::Due
                                   : Light::OnPlan,
            {std::format("完成 {:.1f} %，时间已过 {:.1f} %。", done, time),
             std::format("{:.1f} % of the plan where {:.1f} % of the time has passed.", done, time)}};
}

Judgement beforeDue(const TargetState& state, std::string_view asOf) {
    const auto kind = state.target.kind;
    if ((kind == TargetKind::Done || kind == TargetKind::Range) && state.share && state.expectedShare) {
        return byPace(state);
    }
    if (kind == TargetKind::Level) {
        return {Light::Due, {"低于目标水平。", "Below the level."}};
    }
    if (state.target.due.empty()) {
        return {Light::Unplanned, {"没有完成期限。", "It has no due day."}};
    }
    const int left = daysBetween(asOf, state.target.due);
    return {left <= dueDays ? Light::Due : Light::OnPlan,
            {std::format("还有 {} 天到期。", left), std::format("{} days are left.", left)}};
}

Judgement judged(const TargetState& state, std::string_view asOf) {
    const auto& target = state.target;
    const auto actual = state.actual();
    if (target.kind == TargetKind::Watch) {
        return {Light::Unplanned, {"仅作监测，没有目标值。", "Watched only; nothing is planned."}};
    }
    if (!target.planMin) {
        return {Light::Unplanned, {"没有目标值。", "No amount is planned."}};
    }
    if (!actual) {
        return {Light::Unplanned, {"还没有填报。", "There is no reading yet."}};
    }
    if (*actual >= *target.planMin) {
        return {Light::Done, {"已达到目标。", "The plan is reached."}};
    }
    if (!target.due.empty() && asOf > target.due) {
        return afterDue(target, daysBetween(target.due, asOf));
    }
    return beforeDue(state, asOf);
}

} // namespace

std::optional<double> TargetState::remaining() const {
    const auto now = actual();
    if (target.kind == TargetKind::Push || target.kind == TargetKind::Watch || !now || !target.planMin) {
        return std::nullopt;
    }
    return std::max(0.0, *target.planMin - *now);
}

void judgeTarget(TargetState& state, std::string_view asOf) {
    const auto& target = state.target;
    if (target.kind == TargetKind::Push) {
        return;
    }
    const auto actual = state.actual();
    if (target.kind != TargetKind::Watch && actual && target.planMin && *target.planMin > 0) {
        state.share = *actual / *target.planMin;
    }
    if (target.kind == TargetKind::Done || target.kind == TargetKind::Range) {
        state.expectedShare = passed(target, asOf);
    } else if (target.kind == TargetKind::Level) {
        state.expectedShare = 1; // a level is to be held on every day
    }
    auto [light, why] = judged(state, asOf);
    state.light = light;
    state.why = std::move(why);
}

} // namespace tuban
