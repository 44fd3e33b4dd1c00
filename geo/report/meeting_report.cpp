#include "geo/report/meeting_report.h"

#include "geo/report/meeting_tables.h"
#include "geo/report/meeting_works.h"
#include "geo/report/words.h"
#include "geo/works/target.h"

#include <algorithm>
#include <format>
#include <utility>

namespace tuban {

namespace {

using Kind = ReportList::Kind;

ReportList targetsMoved(const std::vector<TargetState>& now,
                        const std::vector<TargetState>& before,
                        const std::string& language) {
    const auto say = [&](const char* zh, const char* en) { return LocalText{zh, en}.in(language); };
    ReportList list{.title = say("目标变化", "Movement of the targets"),
                    .columns = {{say("编号", "Code"), Kind::Text, 7},
                                {say("任务", "Task"), Kind::Text, 26},
                                {say("年度目标", "Plan"), Kind::Number, 11},
                                {say("单位", "Unit"), Kind::Text, 8},
                                {say("上次", "Before"), Kind::Number, 11},
                                {say("本次", "Now"), Kind::Number, 11},
                                {say("变化", "Movement"), Kind::Number, 11},
                                {say("完成率", "Share"), Kind::Percent, 10},
                                {say("评价", "Judgement"), Kind::Text, 13},
                                {say("说明", "Why"), Kind::Text, 30}}};
    for (const auto& state : now) {
        const auto& target = state.target;
        const auto old =
            std::ranges::find(before, target.id, [](const TargetState& each) { return each.target.id; });
        const auto actual = state.actual();
        const auto was = old == before.end() ? std::nullopt : old->actual();
        list.rows.push_back({target.code,
                             target.name,
                             plannedOf(target),
                             target.unit,
                             numberOrNull(was),
                             numberOrNull(actual),
                             actual && was ? Value(*actual - *was) : Value(),
                             numberOrNull(state.share),
                             lightName(state.light, language),
                             state.why.in(language)});
    }
    return list;
}

/// The targets on both days. The earlier figures are those of the sheet of that day, if its meeting was
/// closed: what was written late for it shows as movement, and in the list of its own.
Result<ReportList>
targetList(const Plan& plan, const MarkLog& log, const MeetingWeek& week, const std::string& language) {
    const Clocks old{.asOf = week.since,
                     .knownBy = week.closedBefore.empty() ? week.knownBy : week.closedBefore};
    const auto now = targetLedger(plan, log, {.asOf = week.until, .knownBy = week.knownBy});
    const auto before = targetLedger(plan, old);
    if (!now || !before) {
        return std::unexpected(now ? before.error() : now.error());
    }
    return targetsMoved(*now, *before, language);
}

std::string subtitleOf(const MeetingWeek& week, const std::string& language) {
    const auto say = [&](const char* zh, const char* en) { return LocalText{zh, en}.in(language); };
    auto text = std::format("{} {} — {}", say("本期", "Period"), week.since, week.until);
    if (!week.knownBy.empty()) {
        text += std::format(" · {} {}", say("进度标注截至录入时间", "marks written by"), week.knownBy);
    }
    return text;
}

} // namespace

Result<Report> meetingReport(const Plan& plan, const MeetingWeek& week, const std::string& language) {
    const auto log = MarkLog::read(plan, week.knownBy);
    if (!log) {
        return std::unexpected(log.error());
    }
    auto tables = meetingTables(plan, week, language);
    auto works = meetingWorks(plan, *log, week, language);
    auto targets = targetList(plan, *log, week, language);
    if (!tables || !works || !targets) {
        return std::unexpected(!tables ? tables.error() : !works ? works.error() : targets.error());
    }
    Report report{.title = plan.name() + " " + LocalText{"项目周例会", "Weekly meeting"}.in(language),
                  .language = language,
                  .subtitle = subtitleOf(week, language),
                  .stamp = plan.fact("stamp").value_or("")};
    for (auto* list : {&tables->lookedBack,
                       &works->started,
                       &works->movedOn,
                       &tables->slipped,
                       &works->late,
                       &works->silent,
                       &tables->dueSoon,
                       &tables->blockers,
                       &tables->writtenLate,
                       &*targets,
                       &tables->decided}) {
        report.lists.push_back(std::move(*list));
    }
    return report;
}

} // namespace tuban
