#include "geo/works/idle.h"

#include "geo/base/calendar.h"
#include "geo/base/instant.h"

#include <algorithm>
#include <array>

namespace tuban {

namespace {

std::string yearsLater(std::string_view day, int years) {
    auto later = monthsLater(day, 12 * years);
    // A day that the year does not have is over on the next one, so that nobody is suspected early.
    return day.substr(5) == later.substr(5) ? later : daysLater(later, 1);
}

bool reached(std::string_view day, std::string_view asOf) {
    return !day.empty() && day <= asOf;
}

/// Less than a share of what was due; unknown when a figure is missing.
std::optional<bool>
fallsShort(const std::optional<double>& done, const std::optional<double>& due, double parts) {
    return done && due ? std::optional(*done * parts < *due) : std::nullopt;
}

void judgeNotStarted(const IdleFacts& facts, std::string_view asOf, IdleJudgement& judgement) {
    if (facts.startDue.empty()) {
        judgement.state = IdleState::Unknown;
        judgement.missing.emplace_back("start_due");
        return;
    }
    judgement.daysOver = std::max(0, daysBetween(facts.startDue, asOf));
    if (reached(yearsLater(facts.startDue, 1), asOf)) {
        judgement.state = IdleState::Suspected;
        judgement.rule = reached(yearsLater(facts.startDue, 2), asOf) ? "not_started_2y" : "not_started_1y";
    } else if (daysBetween(asOf, facts.startDue) <= idleSoonDays) {
        judgement.state = IdleState::Soon;
    }
}

void judgeHalted(const IdleFacts& facts, std::string_view asOf, IdleJudgement& judgement) {
    const auto full = yearsLater(facts.haltedSince, 1);
    if (daysBetween(asOf, full) > idleSoonDays) {
        return;
    }
    const auto area = fallsShort(facts.devAreaM2, facts.devAreaDueM2, 3);
    const auto money = fallsShort(facts.investWan, facts.investDueWan, 4);
    const bool met = area.value_or(false) || money.value_or(false);
    if (!met && area && money) {
        return; // enough was built and spent
    }
    judgement.daysOver = daysBetween(facts.haltedSince, asOf);
    if (!met) {
        const std::array<std::pair<std::string_view, bool>, 4> figures{
            {{"dev_area_due_m2", facts.devAreaDueM2.has_value()},
             {"dev_area_m2", facts.devAreaM2.has_value()},
             {"invest_due_wan", facts.investDueWan.has_value()},
             {"invest_wan", facts.investWan.has_value()}}};
        judgement.state = IdleState::Unknown;
        for (const auto& [name, known] : figures) {
            if (!known) {
                judgement.missing.emplace_back(name);
            }
        }
    } else if (reached(full, asOf)) {
        judgement.state = IdleState::Suspected;
        judgement.rule = "halted_1y";
    } else {
        judgement.state = IdleState::Soon;
    }
}

} // namespace

std::string_view codeOf(IdleState state) {
    constexpr std::array<std::string_view, 5> codes{"not_due", "soon", "suspected", "decided", "unknown"};
    return codes[static_cast<std::size_t>(state)];
}

IdleJudgement judgeIdle(const IdleFacts& facts, std::string_view asOf) {
    IdleJudgement judgement;
    if (facts.isStarted || reached(facts.actualStart, asOf)) {
        if (reached(facts.haltedSince, asOf)) {
            judgeHalted(facts, asOf, judgement);
        }
    } else {
        judgeNotStarted(facts, asOf, judgement);
    }
    if (facts.supplyStatus.empty()) {
        judgement.state = IdleState::Unknown;
        judgement.rule.clear();
        judgement.missing.insert(judgement.missing.begin(), "supply_status");
    }
    if (reached(facts.decidedOn, asOf)) {
        judgement.state = IdleState::Decided;
        judgement.rule = "decided";
        judgement.missing.clear();
    }
    return judgement;
}

} // namespace tuban
