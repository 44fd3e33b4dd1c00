#include "geo/works/light.h"

#include "geo/base/calendar.h"
#include "geo/base/instant.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <utility>

namespace tuban {

namespace {

using Aspect = LightReason::Aspect;

std::string_view monthOf(std::string_view day) {
    return day.substr(0, 7);
}

std::optional<LightReason>
judgeStart(const WorkFacts& facts, std::string_view today, const LightRules& rules) {
    if (facts.planStart.empty() || !facts.actualStart.empty() || facts.means != Stage::Means::Before) {
        return std::nullopt;
    }
    const std::string& plan = facts.planStart;
    const int days = daysBetween(plan, today);
    if (days <= 0 && monthOf(plan) != monthOf(today)) {
        return LightReason{
            Aspect::Start,
            Light::OnPlan,
            {std::format("计划 {} 开工。", plan), std::format("Planned to start on {}.", plan)}};
    }
    if (days <= 0) {
        return LightReason{Aspect::Start,
                           Light::Due,
                           {std::format("计划本月 {} 开工，尚未开工。", plan),
                            std::format("Due to start this month, on {}; not started yet.", plan)}};
    }
    const auto isPast = [&](int months) { return today > monthsLater(plan, months); };
    const Light light = isPast(rules.startBadlyLateMonths) ? Light::BadlyLate
                        : isPast(rules.startLateMonths)    ? Light::Late
                                                           : Light::Due;
    return LightReason{
        Aspect::Start,
        light,
        {std::format("计划 {} 开工，已过 {} 天仍未开工。", plan, days),
         std::format("Planned to start on {}; {} days have passed without a start.", plan, days)},
        days};
}

std::optional<double> plannedPercentOf(const WorkFacts& facts, std::string_view today) {
    if (facts.planStart.empty() || facts.planComplete.empty() || facts.planComplete <= facts.planStart) {
        return std::nullopt;
    }
    const double whole = daysBetween(facts.planStart, facts.planComplete);
    return std::clamp(100 * daysBetween(facts.planStart, today) / whole, 0.0, 100.0);
}

std::optional<LightReason>
judgeProgress(const WorkFacts& facts, const std::optional<double>& planned, const LightRules& rules) {
    if (!planned || !facts.percent || facts.means == Stage::Means::Before) {
        return std::nullopt;
    }
    const double behind = *planned - *facts.percent;
    const LocalText figures{std::format("形象进度 {:.0f} %，计划 {:.0f} %", *facts.percent, *planned),
                            std::format("{:.0f} % done, {:.0f} % planned", *facts.percent, *planned)};
    if (behind < rules.progressSlowPoints) {
        return LightReason{Aspect::Progress, Light::OnPlan, {figures.zh + "。", figures.en + "."}};
    }
    return LightReason{Aspect::Progress,
                       behind > rules.progressLatePoints ? Light::Late : Light::Due,
                       {std::format("{}，落后 {:.0f} 个百分点。", figures.zh, behind),
                        std::format("{}: {:.0f} points behind.", figures.en, behind)}};
}

std::optional<LightReason>
judgeCompletion(const WorkFacts& facts, std::string_view today, const LightRules& rules) {
    if (facts.planComplete.empty()) {
        return std::nullopt;
    }
    const std::string& plan = facts.planComplete;
    const int days = daysBetween(plan, today);
    if (days > 0) {
        return LightReason{Aspect::Completion,
                           days > rules.completionBadlyLateDays ? Light::BadlyLate : Light::Late,
                           {std::format("计划 {} 完工，已逾期 {} 天。", plan, days),
                            std::format("Planned to be complete on {}; {} days overdue.", plan, days)},
                           days};
    }
    return LightReason{
        Aspect::Completion,
        Light::OnPlan,
        {std::format("计划 {} 完工。", plan), std::format("Planned to be complete on {}.", plan)}};
}

std::optional<LightReason>
judgeRegistration(const WorkFacts& facts, std::string_view today, const LightRules& rules) {
    if (!facts.mustRegister || facts.isRegistered || facts.actualStart.empty() || facts.actualStart > today) {
        return std::nullopt;
    }
    const std::string& start = facts.actualStart;
    const std::string due = monthsLater(start, rules.registrationDueMonths);
    const std::string late = monthsLater(start, rules.registrationLateMonths);
    if (today < due) {
        return LightReason{Aspect::Registration,
                           Light::OnPlan,
                           {std::format("{} 开工，应于 {} 前入库纳统。", start, late),
                            std::format("Started on {}; to be registered by {}.", start, late)}};
    }
    const int days = std::max(0, daysBetween(late, today));
    return LightReason{Aspect::Registration,
                       today > late ? Light::Late : Light::Due,
                       {std::format("{} 开工，至今未入库纳统。", start),
                        std::format("Started on {} and is not registered in the statistics yet.", start)},
                       days};
}

LocalText kindOf(WorkFacts::Node::Kind kind) {
    switch (kind) {
    case WorkFacts::Node::Kind::Milestone:
        return {"节点", "Milestone"};
    case WorkFacts::Node::Kind::Blocker:
        return {"堵点", "Blocker"};
    case WorkFacts::Node::Kind::Permit:
        return {"手续", "Permit"};
    }
    return {};
}

std::optional<LightReason>
judgeNode(const WorkFacts::Node& node, std::string_view today, const LightRules& rules) {
    if (node.done || node.due.empty()) {
        return std::nullopt;
    }
    const LocalText kind = kindOf(node.kind);
    const LocalText head{std::format("{}“{}”应于 {} 完成", kind.zh, node.name.zh, node.due),
                         std::format("{} “{}” is due on {}", kind.en, node.name.en, node.due)};
    const int overdue = daysBetween(node.due, today);
    if (overdue > 0) {
        return LightReason{Aspect::Node,
                           overdue > rules.nodeBadlyLateDays ? Light::BadlyLate : Light::Late,
                           {std::format("{}，已逾期 {} 天。", head.zh, overdue),
                            std::format("{}: {} days overdue.", head.en, overdue)},
                           overdue};
    }
    const int span = node.begin.empty() ? rules.nodeUsualDays : daysBetween(node.begin, node.due);
    const double ahead = std::max<double>(rules.nodeLeastDays, rules.nodeTimeLeftShare * span);
    return LightReason{Aspect::Node,
                       -overdue <= ahead ? Light::Due : Light::OnPlan,
                       {std::format("{}，还有 {} 天。", head.zh, -overdue),
                        std::format("{}, in {} days.", head.en, -overdue)}};
}

std::vector<LightReason> reasonsOf(const WorkFacts& facts,
                                   std::string_view today,
                                   const std::optional<double>& planned,
                                   const LightRules& rules) {
    std::vector<LightReason> reasons;
    const auto add = [&reasons](std::optional<LightReason> reason) {
        if (reason) {
            reasons.push_back(*std::move(reason));
        }
    };
    add(judgeStart(facts, today, rules));
    add(judgeProgress(facts, planned, rules));
    add(judgeCompletion(facts, today, rules));
    add(judgeRegistration(facts, today, rules));
    for (const WorkFacts::Node& node : facts.nodes) {
        add(judgeNode(node, today, rules));
    }
    return reasons;
}

bool hasPlan(const WorkFacts& facts) {
    const auto isPlanned = [](const WorkFacts::Node& node) {
        return node.kind == WorkFacts::Node::Kind::Milestone && !node.due.empty();
    };
    return !facts.planStart.empty() || !facts.planComplete.empty() ||
           std::ranges::any_of(facts.nodes, isPlanned);
}

LightReason stateOnly(Light light, LocalText why) {
    return {Aspect::State, light, std::move(why)};
}

/// The state that settles the light before any date is looked at.
std::optional<LightReason> settled(const WorkFacts& facts) {
    if (facts.means == Stage::Means::InService || facts.means == Stage::Means::Closed ||
        !facts.actualComplete.empty()) {
        return stateOnly(Light::Done,
                         facts.actualComplete.empty()
                             ? LocalText{"已完成。", "Done."}
                             : LocalText{std::format("{} 已完成。", facts.actualComplete),
                                         std::format("Done on {}.", facts.actualComplete)});
    }
    if (facts.halted) {
        return stateOnly(Light::Halted, {"已停工。", "Halted."});
    }
    return std::nullopt;
}

int silentAfter(const WorkFacts& facts, const LightRules& rules) {
    if (facts.means == Stage::Means::Started) {
        return rules.silentDaysBuilding;
    }
    return facts.isAgreed ? rules.silentDaysSigned : rules.silentDaysApproval;
}

} // namespace

std::string_view codeOf(Light light) {
    constexpr std::array<std::string_view, 7> codes{
        "done", "on_plan", "unplanned", "halted", "due", "late", "badly_late"};
    return codes[static_cast<std::size_t>(light)];
}

LightOfWork judge(const WorkFacts& facts, std::string_view today, const LightRules& rules) {
    LightOfWork work;
    work.plannedPercent = plannedPercentOf(facts, today);
    if (auto state = settled(facts)) {
        work.reasons.push_back(*std::move(state));
    } else {
        work.reasons = reasonsOf(facts, today, work.plannedPercent, rules);
        if (!hasPlan(facts)) {
            work.reasons.push_back(
                stateOnly(Light::Unplanned, {"没有计划日期。", "It has no planned date."}));
        }
    }
    if (work.reasons.empty()) {
        work.reasons.push_back(stateOnly(Light::OnPlan, {"按计划进行。", "Keeps to its plan."}));
    }
    const auto worst = std::ranges::max_element(
        work.reasons, {}, [](const LightReason& reason) { return std::pair(reason.light, reason.lateDays); });
    work.light = worst->light;
    work.why = worst->why;
    work.lateDays = worst->lateDays;
    if (!facts.heard.empty()) {
        work.silentDays = std::max(0, daysBetween(facts.heard, today));
        work.silent = work.light != Light::Done && *work.silentDays > silentAfter(facts, rules);
    }
    return work;
}

} // namespace tuban
