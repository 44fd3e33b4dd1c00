// Reports as files, read back by unzip (Info-ZIP).
#include "geo/demo/demo.h"
#include "geo/report/target_report.h"
#include "tests/geo/base/folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace tuban;
using tuban::test::Folder;
namespace fs = std::filesystem;

namespace {

std::string outputOf(const std::string& command) {
    std::string output;
    std::FILE* pipe = popen(command.c_str(), "r"); // NOLINT(cert-env33-c): a program of the set-up
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> bytes{};
    while (const auto read = std::fread(bytes.data(), 1, bytes.size(), pipe)) {
        output.append(bytes.data(), read);
    }
    CHECK(pclose(pipe) == 0);
    return output;
}

std::string partOf(const std::string& archive, const std::string& name) {
    return outputOf("unzip -p '" + archive + "' '" + name + "'");
}

std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

Report smallReport() {
    using Kind = ReportList::Kind;
    ReportList list{.title = "滞后 <1>",
                    .columns = {{"名称", Kind::Text, 20},
                                {"金额", Kind::Number, 10},
                                {"日期", Kind::Day, 12},
                                {"完成率", Kind::Percent, 9}}};
    list.rows.push_back({std::string("赵村 & 石佛"), 12345.5, std::string("2024-08-21"), 0.253});
    list.rows.push_back({std::string("电厂路"), std::int64_t{7}, Value(), Value()});
    return {.title = "周例会", .subtitle = "截至 2024-08-21", .stamp = "示例数据", .lists = {list, list}};
}

} // namespace

TEST_CASE("A workbook has real numbers and dates, and filters on its headings") {
    const Folder folder;
    const auto path = folder.file("例会.xlsx");
    REQUIRE(writeReport(smallReport(), path));
    CHECK(outputOf("unzip -tq '" + path + "'").contains("No errors"));
    const auto sheet = partOf(path, "xl/worksheets/sheet1.xml");
    CHECK(sheet.contains("<v>12345.5</v>"));
    CHECK(sheet.contains("<v>45525</v>")); // 21 August 2024, days since 1900
    CHECK(sheet.contains("<autoFilter ref=\"A4:D6\"/>"));
    CHECK(sheet.contains("<v>0.253</v>"));
    CHECK(partOf(path, "xl/workbook.xml").contains("滞后 &lt;1&gt; 2")); // two lists of one title
    CHECK(partOf(path, "xl/sharedStrings.xml").contains("赵村 &amp; 石佛"));
}

TEST_CASE("A document has tables whose heading comes again on each page and whose rows are not torn") {
    const Folder folder;
    const auto path = folder.file("例会.docx");
    REQUIRE(writeReport(smallReport(), path));
    CHECK(outputOf("unzip -tq '" + path + "'").contains("No errors"));
    const auto document = partOf(path, "word/document.xml");
    CHECK(document.contains("赵村 &amp; 石佛"));
    CHECK(document.contains("12,345.5"));
    CHECK(document.contains("25.3 %"));
    CHECK(document.contains("<w:tblHeader/>"));
    CHECK(document.contains("<w:cantSplit/>"));
    CHECK(partOf(path, "word/header1.xml").contains("示例数据"));
}

TEST_CASE("A page is one file with all that was said, safely") {
    const Folder folder;
    const auto path = folder.file("例会.html");
    REQUIRE(writeReport(smallReport(), path));
    const auto page = contentOf(path);
    CHECK(page.contains(
        "<td>赵村 &amp; 石佛</td><td class=\"n\">12,345.5</td><td class=\"d\">2024-08-21</td>"));
    CHECK(page.contains("滞后 &lt;1&gt; (2)"));
    CHECK_FALSE(page.contains("src="));
}

TEST_CASE("Another ending is refused, and nothing is left behind") {
    const Folder folder;
    const auto refused = writeReport(smallReport(), folder.file("例会.odt"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Usage);
    const auto nowhere = writeReport(smallReport(), folder.file("none/例会.docx"));
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == ErrorCode::Unwritable);
    CHECK(nowhere.error().message.contains("is its folder there"));
    fs::create_directories(folder.file("folder.xlsx"));
    REQUIRE_FALSE(writeReport(smallReport(), folder.file("folder.xlsx")));
    CHECK_FALSE(fs::exists(folder.file("folder.xlsx.making")));
}

TEST_CASE("The targets of the illustrative district make a report of the month") {
    const Folder folder;
    REQUIRE(makeDemo(folder.file("d.sqlite"), {.parcels = 400, .seed = 1}, {}));
    const auto plan = Plan::open(folder.file("d.sqlite"), OpenMode::ReadOnly);
    REQUIRE(plan);

    const Clocks clocks{.asOf = "2024-08-21"};
    const auto ledger = targetLedger(*plan, clocks);
    const auto before = targetLedger(*plan, {.asOf = endOfMonthBefore(clocks.asOf)});
    REQUIRE(ledger);
    REQUIRE(before);
    const auto targets = targetReport(*plan, *ledger, *before, clocks, "zh");
    REQUIRE(targets.lists.front().rows.size() == 42);
    CHECK(endOfMonthBefore("2024-03-31") == "2024-02-29");
    CHECK(endOfMonthBefore("2025-01-01") == "2024-12-31");
    CHECK(writeReport(targets, folder.file("目标.xlsx")));
}
