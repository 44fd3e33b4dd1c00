#include "geo/report/target_report.h"

#include "geo/base/calendar.h"
#include "geo/base/text.h"
#include "geo/report/words.h"

#include <algorithm>
#include <format>

namespace tuban {

namespace {

using Kind = ReportList::Kind;

/// What came in this month, of a target that is counted within a window.
Value thisMonth(const TargetState& state, const std::vector<TargetState>& before) {
    const auto old = std::ranges::find(
        before, state.target.code, [](const TargetState& each) { return each.target.code; });
    const auto now = state.actual();
    if (!state.target.flow || old == before.end() || !now || !old->actual()) {
        return {};
    }
    return *now - *old->actual();
}

} // namespace

std::string endOfMonthBefore(const std::string& day) {
    return daysLater(day.substr(0, 8) + "01", -1);
}

Report targetReport(const Plan& plan,
                    const std::vector<TargetState>& ledger,
                    const std::vector<TargetState>& before,
                    const Clocks& clocks,
                    const std::string& language) {
    const auto say = [&](const char* zh, const char* en) { return LocalText{zh, en}.in(language); };
    ReportList sheet{.title = say("目标台账", "Targets"),
                     .columns = {{say("序号", "No."), Kind::Number, 6},
                                 {say("编号", "Code"), Kind::Text, 7},
                                 {say("任务", "Task"), Kind::Text, 24},
                                 {say("年度目标", "Plan of the year"), Kind::Number, 11},
                                 {say("单位", "Unit"), Kind::Text, 7},
                                 {say("本月", "This month"), Kind::Number, 10},
                                 {say("累计", "To date"), Kind::Number, 11},
                                 {say("完成率", "Share"), Kind::Percent, 9},
                                 {say("期限", "Due"), Kind::Day, 11},
                                 {say("评价", "Judgement"), Kind::Text, 12},
                                 {say("说明", "Why"), Kind::Text, 26},
                                 {say("存在问题", "Problems"), Kind::Text, 24},
                                 {say("下步措施", "Next steps"), Kind::Text, 24},
                                 {say("责任单位", "Responsible unit"), Kind::Text, 14},
                                 {say("分包领导", "Leader in charge"), Kind::Text, 11}}};
    std::int64_t number = 0;
    for (const auto& state : ledger) {
        const auto& target = state.target;
        sheet.rows.push_back({++number,
                              target.code,
                              target.name,
                              plannedOf(target),
                              target.unit,
                              thisMonth(state, before),
                              numberOrNull(state.actual()),
                              numberOrNull(state.share),
                              target.due,
                              lightName(state.light, language),
                              state.why.in(language),
                              state.problem,
                              state.nextStep,
                              target.dept,
                              target.leader});
    }
    Report report{.title = plan.name() + " " + say("目标完成情况", "Targets"),
                  .language = language,
                  .subtitle = std::format("{} {}", say("截至", "As of"), clocks.asOf),
                  .stamp = plan.fact("stamp").value_or("")};
    if (!clocks.knownBy.empty()) {
        report.subtitle += std::format(" · {} {}", say("按此时已知", "known by"), clocks.knownBy);
    }
    report.lists.push_back(std::move(sheet));
    return report;
}

} // namespace tuban
