// The weekly meeting of a small plan: each list by hand, and what a closed meeting keeps.
#include "geo/base/uid.h"
#include "geo/plan/plan.h"
#include "geo/report/meeting_report.h"
#include "geo/works/mark_rows.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>

using namespace tuban;
namespace fs = std::filesystem;

namespace {

/// A plan with one project "一号" (p1), in a meeting on 14 August that was closed at 03:30 UTC.
class Week {
public:
    Week() : m_path(fs::temp_directory_path() / ("tuban-meeting-" + newUid() + ".sqlite")) {
        auto made = Plan::create(m_path.string(), {.name = "周"});
        REQUIRE(made);
        m_plan.emplace(std::move(*made));
        sql("INSERT INTO key_project(uid, name, stage) VALUES ('p1', '一号', 'approval')");
        sql("INSERT INTO meeting(uid, held, closed_at) VALUES ('m1', '2024-08-14', '2024-08-14T03:30:00Z')");
    }
    ~Week() {
        m_plan.reset();
        std::error_code ignored;
        for (const auto* end : {"", "-wal", "-shm"}) {
            fs::remove(m_path.string() + end, ignored);
        }
    }
    Week(const Week&) = delete;
    Week& operator=(const Week&) = delete;

    void sql(const std::string& statement) const {
        const auto done = Statement(m_plan->database(), statement).run();
        INFO((done ? statement : done.error().message));
        REQUIRE(done);
    }
    void mark(const std::string& uid,
              const std::string& stage,
              const std::string& onDate,
              const std::string& recordedAt,
              const std::string& corrects = "",
              bool isVoid = false) const {
        Mark mark;
        mark.uid = uid;
        mark.subject = {.layer = "key_project", .uid = "p1"};
        mark.stage = stage;
        mark.state = "normal";
        mark.percent = 10;
        mark.onDate = onDate;
        mark.recordedAt = recordedAt;
        mark.by = "王工";
        mark.locate = "map";
        mark.at = {456'000, 3'853'000};
        mark.corrects = corrects;
        mark.isVoid = isVoid;
        const auto written = insertMark(m_plan->database(), mark, corrects.empty() ? uid : corrects, 4547);
        INFO((written ? uid : written.error().message));
        REQUIRE(written);
    }
    [[nodiscard]] Report sheet(const std::string& knownBy = "") const {
        const auto week = meetingWeek(*m_plan, "2024-08-14", {.asOf = "2024-08-21", .knownBy = knownBy});
        REQUIRE(week);
        auto report = meetingReport(*m_plan, *week, "zh");
        INFO((report ? "" : report.error().message));
        REQUIRE(report);
        return std::move(*report);
    }

private:
    fs::path m_path;
    std::optional<Plan> m_plan;
};

/// Rows of a list, each with its cells by `|`, without their numbers.
std::vector<std::string> rowsOf(const Report& report, const std::string& title) {
    const auto list = std::ranges::find(report.lists, title, &ReportList::title);
    REQUIRE(list != report.lists.end());
    std::vector<std::string> rows;
    for (const auto& row : list->rows) {
        REQUIRE(row.size() == list->columns.size());
        std::string text;
        for (std::size_t i = 1; i < row.size(); ++i) {
            text += (i > 1 ? "|" : "") + cellText(row[i], list->columns[i].kind);
        }
        rows.push_back(text);
    }
    return rows;
}

using Rows = std::vector<std::string>;

} // namespace

TEST_CASE("What started is not listed again as moved on") {
    const Week week;
    week.mark("k1", "started", "2024-08-16", "2024-08-16T02:00:00Z");
    const auto sheet = week.sheet();
    CHECK(rowsOf(sheet, "本周新开工") == Rows{"重点项目|一号|开工|2024-08-16|10.0 %"});
    CHECK(rowsOf(sheet, "有推进").empty());
}

TEST_CASE("A mark is late when it was written after the meeting was closed, to the second") {
    const Week week;
    week.mark("k1", "started", "2024-08-13", "2024-08-14T03:30:00Z"); // in that meeting's sheet
    week.mark("k2", "building", "2024-08-14", "2024-08-14T03:30:01Z");
    CHECK(rowsOf(week.sheet(), "补录与撤回") == Rows{"一号|补录|在建|2024-08-14|2024-08-14T03:30:01Z|王工|"});
}

TEST_CASE("What was withdrawn since is listed, and what is known later changes no sheet before") {
    const Week week;
    week.mark("k1", "started", "2024-08-10", "2024-08-12T01:00:00Z");
    week.mark("k2", "building", "2024-08-11", "2024-08-19T01:00:00Z");
    week.mark("k3", "started", "2024-08-10", "2024-08-20T01:00:00Z", "k1", true);
    week.mark("k4", "completed", "2024-08-12", "2024-08-22T01:00:00Z", "k2");
    const std::string late = "一号|补录|在建|2024-08-11|2024-08-19T01:00:00Z|王工|";
    CHECK(rowsOf(week.sheet("2024-08-19T23:59:59Z"), "补录与撤回") == Rows{late});
    const std::string withdrawn = "一号|撤回|开工|2024-08-10|2024-08-20T01:00:00Z|王工|";
    CHECK(rowsOf(week.sheet("2024-08-21T08:00:00Z"), "补录与撤回") == Rows{late, withdrawn});
    week.sql("INSERT INTO meeting(uid, held, closed_at) VALUES ('m2', '2024-08-21', '2024-08-21T08:00:00Z')");
    CHECK(rowsOf(week.sheet(), "补录与撤回") ==
          Rows{late, withdrawn}); // the closed meeting keeps its instant
}

TEST_CASE("Earlier decisions are looked back at with their state, those of the day stand apart") {
    const Week week;
    const auto decide = [&](const char* uid, const char* raised, const char* due, const char* closed) {
        week.sql(std::string("INSERT INTO supervise(uid, subject, subject_uid, raised, matter, due, closed) "
                             "VALUES ('") +
                 uid + "', 'key_project', 'p1', '" + raised + "', '" + uid + "', '" + due + "', nullif('" +
                 closed + "', ''))");
    };
    decide("逾期", "2024-08-14", "2024-08-19", "");
    decide("当日到期", "2024-08-14", "2024-08-21", "");
    decide("办完", "2024-08-14", "2024-08-19", "2024-08-21");
    decide("早已办完", "2024-08-01", "2024-08-10", "2024-08-14");
    decide("新定", "2024-08-21", "2024-08-30", "");
    const auto sheet = week.sheet();
    CHECK(rowsOf(sheet, "上次会议议定事项回头看") == Rows{"一号|逾期|||2024-08-19||逾期 2 天|",
                                                          "一号|当日到期|||2024-08-21||办理中|",
                                                          "一号|办完|||2024-08-19|2024-08-21|已办结|"});
    CHECK(rowsOf(sheet, "本次会议议定事项") == Rows{"一号|新定|||2024-08-30"});
}

TEST_CASE(
    "Milestones due on the first and the last of the 14 days are listed, missed and moved ones slipped") {
    const Week week;
    int count = 0;
    const auto plan = [&](const std::string& name, const std::string& day, const std::string& actual = "") {
        week.sql("INSERT INTO milestone(uid, subject, subject_uid, seq, name, plan_date, actual_date) VALUES "
                 "('" +
                 name + "', 'key_project', 'p1', " + std::to_string(++count) + ", '" + name + "', '" + day +
                 "', nullif('" + actual + "', ''))");
    };
    plan("上周已过", "2024-08-13");
    plan("本周已过", "2024-08-14");
    plan("今天", "2024-08-21");
    plan("最后一天", "2024-09-04");
    plan("太远", "2024-09-05");
    plan("已到", "2024-08-25", "2024-08-20");
    plan("顺延", "2024-10-01");
    week.sql("INSERT INTO baseline(milestone_uid, set_at, plan_date) VALUES ('顺延', "
             "'2024-01-01T00:00:00Z', '2024-09-01')");
    week.sql("INSERT INTO baseline(milestone_uid, set_at, plan_date, why) VALUES ('顺延', "
             "'2024-08-20T00:00:00Z', '2024-10-01', '资金未到位')");
    const auto sheet = week.sheet();
    CHECK(rowsOf(sheet, "两周内到期节点") ==
          Rows{"一号|今天|2024-08-21|0||", "一号|最后一天|2024-09-04|14||"});
    CHECK(rowsOf(sheet, "本周逾期或顺延的节点") ==
          Rows{"一号|本周已过||2024-08-14|逾期 7 天|||",
               "一号|顺延|2024-09-01|2024-10-01|顺延 30 天|资金未到位||"});
    const auto earlier = week.sheet("2024-08-19T00:00:00Z"); // before it was put off
    CHECK(rowsOf(earlier, "两周内到期节点").at(1) == "一号|顺延|2024-09-01|11||");
}

TEST_CASE("A milestone whose day another program wrote in its own way is listed as it stands") {
    const Week week;
    week.sql(
        "INSERT INTO milestone(uid, subject, subject_uid, seq, name, plan_date) VALUES ('n1', 'key_project', "
        "'p1', 1, '封顶', '2024-08-1x')");
    CHECK(rowsOf(week.sheet(), "本周逾期或顺延的节点") == Rows{"一号|封顶||2024-08-1x|日期无法识别|||"});
}

TEST_CASE("A target with a range is told with both its ends") {
    const Week week;
    week.sql(
        "INSERT INTO target(uid, year, code, name, kind, word, unit, plan_min, plan_max, due, "
        "flow, measure) VALUES ('t1', 2024, 'T03', '谋划片区', 'push', 'plan', '个', 3, 5, '2024-12-31', 0, "
        "'manual')");
    CHECK(rowsOf(week.sheet(), "目标变化").front().starts_with("谋划片区|3–5|个|"));
}

TEST_CASE("A meeting is told over the days since the last one that was closed") {
    const Week week;
    const auto sheet = week.sheet();
    CHECK(sheet.subtitle == "本期 2024-08-14 — 2024-08-21");
    CHECK(sheet.lists.size() == 11);
}
