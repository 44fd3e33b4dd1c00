#include "exchange_fixture.h"
#include "geo/plan/journal.h"
#include "workbook_writer.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

using namespace tuban;
using namespace tuban::test;
using Catch::Approx;
using Catch::Matchers::ContainsSubstring;

namespace {

/// A ledger as an office sends it: title, line of units, two rows of heading, groups, sums, merged cells.
WrittenSheet projects() {
    return {.name = "在建项目",
            .rows = {{"高新区重点项目台账"},
                     {"", "", "", "", "单位：亿元、亩"},
                     {"序号", "项目名称", "责任单位", "投资", "", "用地\n面积", "计划开工时间"},
                     {"", "", "", "总投资", "年度计划投资（万元）"},
                     {"一、工业项目"},
                     {"1", "机械所二期", "资源局", "2.5", "8000", "30", "2024-09-30"},
                     {"2", "传感谷三期", "", "1.2", "3,500", "15.5", "2024/10/8"},
                     {"", "小计", "", "3.7", "11500", "45.5"},
                     {"二、民生项目"},
                     {"3", "张五砦小学", "教育局", "0.6", "2000", "", "2024年9月1日"},
                     {"合计", "", "", "4.3", "13500", "45.5"},
                     {"注：投资为计划数"}},
            .merged = {"A1:G1", "D3:E3", "C6:C7", "A3:A4"}};
}

std::vector<Feature> projectsOf(const Plan& plan) {
    return featuresOf(
        plan,
        "key_project",
        {"name", "dept", "invest_total_wan", "invest_year_plan_wan", "declared_area_m2", "plan_start"});
}

std::string allOf(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) {
        all += text + "\n";
    }
    return all;
}

} // namespace

TEST_CASE("a ledger comes in without coordinates: heading, units, sums and merged cells are understood") {
    const Folder folder;
    Plan plan = newPlan(folder);
    writeWorkbook(folder / "台账.xlsx", {projects()});

    const ImportReport report = imported(plan, folder / "台账.xlsx", "key_project");

    CHECK(report.driver == "XLSX");
    CHECK(report.read == 3);
    CHECK(report.added == 3);
    const auto rows = projectsOf(plan);
    REQUIRE(rows.size() == 3);
    CHECK(toText(rows[0].values[0]) == "机械所二期");
    CHECK(toText(rows[1].values[1]) == "资源局");                          // merged with the row above
    CHECK(std::get<double>(rows[0].values[2]) == Approx(25'000));          // 2.5 亿元 by the line of units
    CHECK(std::get<double>(rows[1].values[3]) == Approx(3'500));           // 万元 by its own heading
    CHECK(std::get<double>(rows[0].values[4]) == Approx(30 * 2000 / 3.0)); // 亩
    CHECK(toText(rows[2].values[5]) == "2024-09-01");
    CHECK(std::ranges::all_of(rows, [](const Feature& row) { return row.geometry.empty(); }));
    const std::string told = allOf(report.warnings);
    CHECK_THAT(told, ContainsSubstring("rows 3 and 4"));
    CHECK_THAT(told, ContainsSubstring("sums were left out: 8, 11"));
    CHECK_THAT(told, ContainsSubstring("merged cells"));
}

TEST_CASE("the same ledger again changes nothing, and a changed one updates by name though its rows moved") {
    const Folder folder;
    Plan plan = newPlan(folder);
    WrittenSheet sheet = projects();
    writeWorkbook(folder / "a.xlsx", {sheet});
    (void)imported(plan, folder / "a.xlsx", "key_project");

    const ImportReport again = imported(plan, folder / "a.xlsx", "key_project");
    CHECK(again.same == 3);
    CHECK(again.added + again.changedValues == 0);

    std::swap(sheet.rows[5], sheet.rows[9]);
    std::swap(sheet.rows[5][0], sheet.rows[9][0]); // running numbers stay where they were
    sheet.rows[9][4] = "9000";
    sheet.merged.erase(sheet.merged.begin() + 2);
    sheet.rows[6][2] = "资源局";
    writeWorkbook(folder / "b.xlsx", {sheet});
    ImportOptions options;
    options.onMatch = OnMatch::Replace;
    const ImportReport update = imported(plan, folder / "b.xlsx", "key_project", options);

    CHECK(update.added == 0);
    CHECK(update.changedValues == 1);
    const auto rows = projectsOf(plan);
    REQUIRE(rows.size() == 3);
    CHECK(toText(rows[0].values[0]) == "机械所二期");
    CHECK(std::get<double>(rows[0].values[3]) == Approx(9'000));
}

TEST_CASE("a row of a ledger finds its object by alias, and the object keeps its shape") {
    const Folder folder;
    Plan plan = newPlan(folder);
    writeFile(folder / "there.geojson",
              featureCollection({feature(R"("XMMC":"机械研究所二期")",
                                         R"({"type":"Point","coordinates":[458825,3853606]})")}));
    (void)imported(plan, folder / "there.geojson", "key_project");
    const std::string uid = featuresOf(plan, "key_project").front().uid;
    Statement alias(plan.database(), "INSERT INTO alias VALUES ('key_project', ?1, '机械所二期')");
    alias.bind(1, uid);
    REQUIRE(alias.step());
    writeWorkbook(folder / "a.xlsx", {projects()});

    ImportOptions options;
    options.onMatch = OnMatch::Replace;
    const ImportReport report = imported(plan, folder / "a.xlsx", "key_project", options);

    CHECK(report.added == 2);
    CHECK(report.changedValues == 1);
    const auto rows = projectsOf(plan);
    const auto found = std::ranges::find(rows, uid, &Feature::uid);
    REQUIRE(found != rows.end());
    CHECK_FALSE(found->geometry.empty());
    CHECK(std::get<double>(found->values[2]) == Approx(25'000));
}

TEST_CASE("longitude and latitude in a ledger place its rows") {
    const Folder folder;
    Plan plan = newPlan(folder);
    writeWorkbook(
        folder / "停车.xlsx",
        {{.name = "停车场",
          .rows = {{"名称", "经度", "纬度"}, {"科学大道停车场", "113.55", "34.81"}, {"未定", "", ""}},
          .merged = {}}});
    const ImportReport report = imported(plan, folder / "停车.xlsx", "parking_site");
    CHECK(report.added == 2);
    const auto rows = featuresOf(plan, "parking_site", {"name"});
    REQUIRE(rows.size() == 2);
    // echo 113.55 34.81 | gdaltransform -s_srs EPSG:4490 -t_srs EPSG:4547
    CHECK(rows[0].geometry.points.at(0).x == Approx(458'825.444852).margin(1e-3));
    CHECK(rows[0].geometry.points.at(0).y == Approx(3'853'606.826846).margin(1e-3));
    CHECK(rows[1].geometry.empty());
}

TEST_CASE("a workbook that cannot be read says what to do") {
    const Folder folder;
    Plan plan = newPlan(folder);
    writeWorkbook(folder / "two.xlsx",
                  {projects(), {.name = "围挡", .rows = {{"编号", "位置"}, {"1", "西四环"}}, .merged = {}}});
    ImportOptions options;
    options.source = folder / "two.xlsx";
    options.layer = "key_project";
    const auto several = importFile(plan, options);
    REQUIRE_FALSE(several);
    CHECK(several.error().code == ErrorCode::Unreadable);
    CHECK_THAT(several.error().message, ContainsSubstring("在建项目, 围挡"));

    options.sourceLayer = "围裆";
    CHECK_THAT(importFile(plan, options).error().message, ContainsSubstring("has no sheet '围裆'"));

    writeWorkbook(folder / "words.xlsx",
                  {{.name = "说明", .rows = {{"这是", "说明"}, {"没有", "表格"}}, .merged = {}}});
    options.source = folder / "words.xlsx";
    options.sourceLayer.clear();
    CHECK_THAT(importFile(plan, options).error().message, ContainsSubstring("--header-row"));

    writeFile(folder / "broken.xlsx", "PK not really");
    options.source = folder / "broken.xlsx";
    CHECK(importFile(plan, options).error().code == ErrorCode::Unreadable);
    CHECK(featuresOf(plan, "key_project").empty());
}

TEST_CASE("the row of the heading can be said") {
    const Folder folder;
    Plan plan = newPlan(folder);
    writeWorkbook(folder / "a.xlsx",
                  {{.name = "S",
                    .rows = {{"项目名称", "责任单位"}, {"what it is", "who"}, {"名字", "部门"}, {"甲", "乙"}},
                    .merged = {}}});
    ImportOptions options;
    options.headingRow = 3;
    options.map = {{"name", "名字"}, {"dept", "部门"}};
    const ImportReport report = imported(plan, folder / "a.xlsx", "key_project", options);
    CHECK(report.added == 1);
    CHECK(toText(projectsOf(plan).front().values[1]) == "乙");
}
