#include "geo/report/meeting_tables.h"

#include "geo/base/instant.h"
#include "geo/plan/work_state.h"
#include "geo/report/words.h"
#include "geo/works/subject.h"

#include <format>
#include <functional>
#include <map>
#include <utility>

namespace tuban {

namespace {

using Kind = ReportList::Kind;
using Row = std::vector<Value>;

/// What every query of a week begins with.
constexpr std::string_view withWeek =
    "WITH week(since, until, known_by, new_from) AS (VALUES (?1, ?2, ?3, ?4)) ";

/// Milestones not reached by the end of the week. `plan` is the day that was known at its end: the baseline
/// of that time where it has been moved since; `before` the one known at its begin, `why` the reason of a
/// move within it.
constexpr std::string_view openMilestones =
    ", known AS (SELECT m.id, m.subject, m.subject_uid, m.name, m.dept, m.person, week.since, week.until, "
    "coalesce((SELECT b.plan_date FROM baseline b WHERE b.milestone_uid = m.uid AND known_by <> '' AND "
    "b.set_at <= known_by AND EXISTS (SELECT 1 FROM baseline n WHERE n.milestone_uid = m.uid AND n.set_at > "
    "known_by) ORDER BY b.set_at DESC LIMIT 1), m.plan_date) AS plan, "
    "(SELECT b.plan_date FROM baseline b WHERE b.milestone_uid = m.uid AND b.set_at <= new_from ORDER BY "
    "b.set_at DESC LIMIT 1) AS before, "
    "(SELECT coalesce(b.why, '') FROM baseline b WHERE b.milestone_uid = m.uid AND b.set_at > new_from AND "
    "(known_by = '' OR b.set_at <= known_by) ORDER BY b.set_at DESC LIMIT 1) AS why "
    "FROM milestone m, week WHERE m.actual_date IS NULL OR m.actual_date > week.until) "
    "SELECT subject, subject_uid, name, plan, before, why, dept, person FROM known WHERE ";

class TableReader {
public:
    TableReader(const Plan& plan, const MeetingWeek& week, std::string language)
        : m_plan(plan), m_week(week), m_language(std::move(language)) {}

    Result<MeetingTables> run() {
        MeetingTables tables;
        const auto done = lookedBack(tables.lookedBack)
                              .and_then([&] { return decided(tables.decided); })
                              .and_then([&] { return slipped(tables.slipped); })
                              .and_then([&] { return dueSoon(tables.dueSoon); })
                              .and_then([&] { return blockers(tables.blockers); })
                              .and_then([&] { return writtenLate(tables.writtenLate); });
        return done ? Result<MeetingTables>(std::move(tables)) : std::unexpected(done.error());
    }

private:
    [[nodiscard]] std::string say(const char* zh, const char* en) const {
        return LocalText{zh, en}.in(m_language);
    }

    [[nodiscard]] ReportList listOf(std::string title, std::vector<ReportList::Column> further) const {
        ReportList list{
            .title = std::move(title),
            .columns = {{say("序号", "No."), Kind::Number, 6}, {say("名称", "Work"), Kind::Text, 24}}};
        list.columns.insert(list.columns.end(), further.begin(), further.end());
        return list;
    }

    /// Title of the work that the first two columns of a row name; empty when it names none.
    std::string titleOf(const Statement& row) {
        const FeatureRef feature{std::string(row.text(0)), std::string(row.text(1))};
        const auto [place, fresh] = m_titles.try_emplace(feature.layer + ":" + feature.uid);
        if (fresh && !feature.layer.empty()) {
            const auto subject = readSubject(m_plan, feature);
            place->second = subject ? subject->title : feature.uid;
        }
        return place->second;
    }

    [[nodiscard]] std::string stageLabel(const Statement& row, int column) const {
        const auto* layer = m_plan.catalogue().layer(row.text(0));
        const int rank = layer == nullptr ? noRank : rankOf(*layer, row.text(column));
        return rank == noRank ? std::string(row.text(column))
                              : layer->stages[static_cast<std::size_t>(rank)].label.in(m_language);
    }

    /// Rows of a query over `week`, whose first columns name the work. \param cells what follows its name
    Result<void>
    each(ReportList& list, std::string_view sql, const std::function<Row(const Statement&)>& cells) {
        Statement rows(m_plan.database(), std::string(withWeek) + std::string(sql));
        rows.bind(1, m_week.since).bind(2, m_week.until).bind(3, m_week.knownBy).bind(4, m_week.newFrom());
        for (auto row = rows.step(); !row || *row; row = rows.step()) {
            if (!row) {
                return std::unexpected(row.error());
            }
            Row further = cells(rows);
            further.insert(further.begin(), titleOf(rows));
            addNumbered(list, std::move(further));
        }
        return {};
    }

    /// 已办结, 逾期 3 天 or 办理中: of a decision whose columns 5 and 6 are due and closed.
    [[nodiscard]] std::string stateOf(const Statement& row) const {
        if (!row.isNull(6)) {
            return say("已办结", "Done");
        }
        const auto due = parseDay(row.text(5));
        const int over = due ? daysBetween(*due, m_week.until) : 0;
        return over > 0 ? std::vformat(say("逾期 {} 天", "{} days overdue"), std::make_format_args(over))
                        : say("办理中", "Under way");
    }

    Result<void> lookedBack(ReportList& list) {
        list = listOf(say("上次会议议定事项回头看", "Looked back at: earlier decisions"),
                      {{say("事项", "Matter"), Kind::Text, 32},
                       {say("责任单位", "Unit"), Kind::Text, 16},
                       {say("责任人", "Person"), Kind::Text, 10},
                       {say("期限", "Due"), Kind::Day, 12},
                       {say("办结", "Closed"), Kind::Day, 12},
                       {say("状态", "State"), Kind::Text, 13},
                       {say("办理情况", "Reply"), Kind::Text, 20}});
        return each(
            list,
            "SELECT coalesce(subject, ''), coalesce(subject_uid, ''), matter, dept, person, due, CASE "
            "WHEN closed <= week.until THEN closed END AS done, reply FROM supervise, week WHERE raised "
            "< week.until AND (closed IS NULL OR closed > week.since) ORDER BY done IS NOT NULL, due IS "
            "NULL, due, id",
            [this](const Statement& row) {
                return Row{row.value(2),
                           row.value(3),
                           row.value(4),
                           row.value(5),
                           row.value(6),
                           stateOf(row),
                           row.value(7)};
            });
    }

    Result<void> decided(ReportList& list) {
        list = listOf(say("本次会议议定事项", "Decided in this meeting"),
                      {{say("事项", "Matter"), Kind::Text, 40},
                       {say("责任单位", "Unit"), Kind::Text, 18},
                       {say("责任人", "Person"), Kind::Text, 12},
                       {say("期限", "Due"), Kind::Day, 12}});
        return each(
            list,
            "SELECT coalesce(subject, ''), coalesce(subject_uid, ''), matter, dept, person, due FROM "
            "supervise, week WHERE raised = week.until ORDER BY due IS NULL, due, id",
            [](const Statement& row) { return Row{row.value(2), row.value(3), row.value(4), row.value(5)}; });
    }

    /// "逾期 3 天" or "顺延 30 天" of a milestone; what was put off and has passed again is both.
    [[nodiscard]] std::string slipOf(const Statement& row) const {
        const auto plan = parseDay(row.text(3));
        if (!plan) { // columns that other programs fill hold any text
            return say("日期无法识别", "not a date");
        }
        const auto before = parseDay(row.text(4));
        std::string text;
        if (before && *before < *plan && !row.isNull(5)) {
            const int days = daysBetween(*before, *plan);
            text = std::vformat(say("顺延 {} 天", "put off by {} days"), std::make_format_args(days));
        }
        if (const int over = daysBetween(*plan, m_week.until); over > 0) {
            text += (text.empty() ? "" : say("，", ", ")) +
                    std::vformat(say("逾期 {} 天", "{} days overdue"), std::make_format_args(over));
        }
        return text;
    }

    Result<void> slipped(ReportList& list) {
        list = listOf(say("本周逾期或顺延的节点", "Slipped: milestones missed or put off"),
                      {{say("节点", "Milestone"), Kind::Text, 22},
                       {say("原计划", "Planned before"), Kind::Day, 13},
                       {say("现计划", "Planned now"), Kind::Day, 12},
                       {say("情况", "How"), Kind::Text, 18},
                       {say("原因", "Why"), Kind::Text, 20},
                       {say("责任单位", "Unit"), Kind::Text, 16},
                       {say("责任人", "Person"), Kind::Text, 10}});
        return each(
            list,
            std::string(openMilestones) +
                "(plan >= since AND plan < until) OR (before < plan AND why IS NOT NULL) ORDER BY plan, id",
            [this](const Statement& row) {
                return Row{row.value(2),
                           row.value(4),
                           row.value(3),
                           slipOf(row),
                           row.value(5),
                           row.value(6),
                           row.value(7)};
            });
    }

    Result<void> dueSoon(ReportList& list) {
        list = listOf(say("两周内到期节点", "Due within 14 days"),
                      {{say("节点", "Milestone"), Kind::Text, 26},
                       {say("计划日期", "Planned"), Kind::Day, 12},
                       {say("剩余天数", "Days left"), Kind::Number, 10},
                       {say("责任单位", "Unit"), Kind::Text, 18},
                       {say("责任人", "Person"), Kind::Text, 12}});
        return each(list,
                    std::string(openMilestones) +
                        "plan BETWEEN until AND date(until, '+14 days') ORDER BY plan, id",
                    [this](const Statement& row) {
                        const auto plan = parseDay(row.text(3));
                        const std::int64_t left = plan ? daysBetween(m_week.until, *plan) : 0;
                        return Row{row.value(2), row.value(3), left, row.value(6), row.value(7)};
                    });
    }

    Result<void> blockers(ReportList& list) {
        list = listOf(say("堵点", "Blockers"),
                      {{say("堵点", "Blocker"), Kind::Text, 26},
                       {say("措施", "Measure"), Kind::Text, 24},
                       {say("责任", "Who"), Kind::Text, 16},
                       {say("期限", "Until"), Kind::Day, 12},
                       {say("提出", "Opened"), Kind::Day, 12},
                       {say("解决", "Solved"), Kind::Day, 12},
                       {say("本周", "This week"), Kind::Text, 10}});
        return each(
            list,
            "SELECT subject, subject_uid, what, measure, who, blocker.until, opened, CASE WHEN closed "
            "<= week.until THEN closed END AS solved, opened > week.since FROM blocker, week WHERE "
            "(opened IS NULL OR opened <= week.until) AND (closed IS NULL OR closed > week.since) ORDER "
            "BY solved IS NULL, blocker.until IS NULL, blocker.until, uid",
            [this](const Statement& row) {
                const auto news = !row.isNull(7)        ? say("已解决", "Solved")
                                  : row.integer(8) != 0 ? say("新增", "New")
                                                        : std::string();
                return Row{
                    row.value(2), row.value(3), row.value(4), row.value(5), row.value(6), row.value(7), news};
            });
    }

    Result<void> writtenLate(ReportList& list) {
        list = listOf(say("补录与撤回", "Written late or withdrawn"),
                      {{say("类别", "Kind"), Kind::Text, 10},
                       {say("阶段", "Stage"), Kind::Text, 14},
                       {say("当时日期", "Was so on"), Kind::Day, 12},
                       {say("录入时间（UTC）", "Written (UTC)"), Kind::Text, 22},
                       {say("标注人", "By"), Kind::Text, 12},
                       {say("备注", "Note"), Kind::Text, 26}});
        // The last of each chain as it was known. A withdrawal has the stage and day of what it withdrew.
        return each(
            list,
            "SELECT m.subject, m.subject_uid, m.void, m.corrects IS NOT NULL, m.stage, m.on_date, "
            "m.recorded_at, m.observer, m.note FROM progress_mark m, week WHERE m.recorded_at > new_from AND "
            "(known_by = '' OR m.recorded_at <= known_by) AND (m.void = 1 OR m.on_date <= since) AND NOT "
            "EXISTS (SELECT 1 FROM progress_mark n WHERE n.root_uid = m.root_uid AND (known_by = '' OR "
            "n.recorded_at <= known_by) AND (n.recorded_at > m.recorded_at OR (n.recorded_at = m.recorded_at "
            "AND n.uid > m.uid))) ORDER BY m.recorded_at, m.uid",
            [this](const Statement& row) {
                const auto kind = row.integer(2) != 0   ? say("撤回", "Withdrawn")
                                  : row.integer(3) != 0 ? say("更正", "Corrected")
                                                        : say("补录", "Late");
                return Row{kind, stageLabel(row, 4), row.value(5), row.value(6), row.value(7), row.value(8)};
            });
    }

    const Plan& m_plan;
    const MeetingWeek& m_week;
    std::string m_language;
    std::map<std::string, std::string> m_titles;
};

} // namespace

Result<MeetingTables> meetingTables(const Plan& plan, const MeetingWeek& week, const std::string& language) {
    return TableReader(plan, week, language).run();
}

} // namespace tuban
