#include "geo/report/meeting_works.h"

#include "geo/base/calendar.h"
#include "geo/report/words.h"
#include "geo/works/light_of.h"
#include "geo/works/progress.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace tuban {

namespace {

using Kind = ReportList::Kind;

std::string nameOf(const FeatureRef& feature) {
    return feature.layer + ":" + feature.uid;
}

Value shareOf(const std::optional<double>& percent) {
    return percent ? Value(*percent / 100) : Value();
}

/// A work on both days.
struct Pair {
    const FeatureProgress* now = nullptr;
    const FeatureProgress* before = nullptr; ///< null when it was not there yet
    const LightOfWork* light = nullptr;      ///< null for what never was a work

    [[nodiscard]] int rankBefore() const { return before == nullptr ? noRank : before->state.rank; }
    [[nodiscard]] bool hasStarted(const std::string& since) const {
        const int start = startedRank(*now->layer);
        return now->state.rank >= start && rankBefore() < start && now->state.since > since;
    }
    [[nodiscard]] bool hasMovedOn(const std::string& since) const {
        const bool isFurther = before != nullptr && now->state.percent && before->state.percent &&
                               *now->state.percent > *before->state.percent;
        return now->state.lastSeen > since && !hasStarted(since) &&
               (now->state.rank > rankBefore() || isFurther);
    }
};

class WorkLists {
public:
    WorkLists(const MeetingWeek& week, std::string language)
        : m_week(week),
          m_language(std::move(language)),
          m_lists{.started = listOf(say("本周新开工", "Started"),
                                    {{say("开工日期", "Since"), Kind::Day, 12},
                                     {say("形象进度", "Progress"), Kind::Percent, 10}}),
                  .movedOn = listOf(say("有推进", "Moved on"),
                                    {{say("上次阶段", "Stage before"), Kind::Text, 14},
                                     {say("形象进度", "Progress"), Kind::Percent, 10},
                                     {say("上次进度", "Progress before"), Kind::Percent, 10}}),
                  .late = listOf(say("滞后", "Late"),
                                 {{say("评价", "Judgement"), Kind::Text, 12},
                                  {say("逾期天数", "Days late"), Kind::Number, 10},
                                  {say("说明", "Why"), Kind::Text, 40}}),
                  .silent = listOf(say("久无动静", "Silent"),
                                   {{say("最后标注", "Last heard"), Kind::Day, 12},
                                    {say("天数", "Days"), Kind::Number, 9}})} {}

    void add(const Pair& work) {
        const auto& state = work.now->state;
        if (work.hasStarted(m_week.since)) {
            addTo(m_lists.started, work, {state.since, shareOf(state.percent)});
        }
        if (work.hasMovedOn(m_week.since)) {
            const auto* old = work.before;
            addTo(m_lists.movedOn,
                  work,
                  {old == nullptr ? Value() : Value(stageName(*old)),
                   shareOf(state.percent),
                   old == nullptr ? Value() : shareOf(old->state.percent)});
        }
        if (work.light != nullptr) {
            addByLight(work, *work.light);
        }
    }

    MeetingWorks take() { return std::move(m_lists); }

private:
    [[nodiscard]] std::string say(const char* zh, const char* en) const {
        return LocalText{zh, en}.in(m_language);
    }

    [[nodiscard]] std::string stageName(const FeatureProgress& work) const {
        return work.state.rank == noRank
                   ? std::string()
                   : work.layer->stages[static_cast<std::size_t>(work.state.rank)].label.in(m_language);
    }

    [[nodiscard]] ReportList listOf(std::string title, std::vector<ReportList::Column> further) const {
        ReportList list{.title = std::move(title),
                        .columns = {{say("序号", "No."), Kind::Number, 6},
                                    {say("类别", "Layer"), Kind::Text, 12},
                                    {say("名称", "Work"), Kind::Text, 26},
                                    {say("阶段", "Stage"), Kind::Text, 14}}};
        std::ranges::move(further, std::back_inserter(list.columns));
        return list;
    }

    void addTo(ReportList& list, const Pair& work, std::vector<Value> further) const {
        std::vector<Value> cells{work.now->layer->title.in(m_language), work.now->name, stageName(*work.now)};
        std::ranges::move(further, std::back_inserter(cells));
        addNumbered(list, std::move(cells));
    }

    void addByLight(const Pair& work, const LightOfWork& light) {
        if (light.light == Light::Late || light.light == Light::BadlyLate) {
            addTo(
                m_lists.late,
                work,
                {lightName(light.light, m_language), std::int64_t{light.lateDays}, light.why.in(m_language)});
        }
        if (light.silent && light.silentDays) {
            addTo(m_lists.silent,
                  work,
                  {daysLater(m_week.until, -*light.silentDays), std::int64_t{*light.silentDays}});
        }
    }

    const MeetingWeek& m_week;
    std::string m_language;
    MeetingWorks m_lists;
};

} // namespace

Result<MeetingWorks>
meetingWorks(const Plan& plan, const MarkLog& log, const MeetingWeek& week, const std::string& language) {
    const Clocks now{.asOf = week.until, .knownBy = week.knownBy};
    const auto works = progressOf(plan, log, {.layer = "", .clocks = now});
    const auto old =
        progressOf(plan, log, {.layer = "", .clocks = {.asOf = week.since, .knownBy = week.knownBy}});
    const auto lights = readLights(plan, log, now);
    if (!works || !old || !lights) {
        return std::unexpected(!works ? works.error() : !old ? old.error() : lights.error());
    }
    std::map<std::string, const FeatureProgress*> before;
    for (const auto& each : *old) {
        before.emplace(nameOf(each.feature), &each);
    }
    WorkLists lists(week, language);
    for (const auto& work : *works) {
        const auto found = before.find(nameOf(work.feature));
        lists.add({.now = &work,
                   .before = found == before.end() ? nullptr : found->second,
                   .light = lightOf(*lights, work.feature)});
    }
    return lists.take();
}

} // namespace tuban
