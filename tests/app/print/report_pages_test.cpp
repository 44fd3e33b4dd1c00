// How a report is laid out on pages.
#include "app/print/report_pages.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace tuban;

namespace {

constexpr QSizeF paper(1'548, 1'054); // A4 across without its margins, at 144 dots an inch

Report longReport(int rows) {
    using Kind = ReportList::Kind;
    ReportList list{.title = "滞后", .columns = {{"序号", Kind::Number, 6}, {"说明", Kind::Text, 20}}};
    for (int i = 0; i < rows; ++i) {
        list.rows.push_back({std::int64_t{1000 + i}, std::string("计划2024年七月完工已逾期二十六天")});
    }
    return {
        .title = "周例会", .stamp = "示例数据", .lists = {list, {.title = "空", .columns = list.columns}}};
}

std::vector<ReportPage> laidOut(const Report& report) {
    QImage image(16, 16, QImage::Format_RGB32);
    image.setDotsPerMeterX(5'669);
    image.setDotsPerMeterY(5'669);
    QPainter painter(&image);
    return pagesOf(report, painter, paper);
}

qsizetype countOf(const ReportPage& page, const QString& text) {
    return std::ranges::count(page.words, text, &ReportWords::text);
}

} // namespace

class ReportPagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noRowIsLostOrTorn() {
        const auto pages = laidOut(longReport(120));
        QVERIFY(pages.size() > 2);
        for (int i = 0; i < 120; ++i) {
            const QString number =
                QString::fromStdString(cellText(std::int64_t{1000 + i}, ReportList::Kind::Number));
            qsizetype found = 0;
            for (const auto& page : pages) {
                found += countOf(page, number);
            }
            QCOMPARE(found, 1);
        }
        for (const auto& page : pages) {
            for (const auto& words : page.words) {
                QVERIFY2(words.box.bottom() <= paper.height() && words.box.right() <= paper.width(),
                         qPrintable(words.text));
            }
        }
    }
    void everyPageHasHeadingStampAndNumber() {
        const auto pages = laidOut(longReport(120));
        for (std::size_t i = 0; i < pages.size(); ++i) {
            QCOMPARE(countOf(pages[i], QStringLiteral("说明")), 1);
            QCOMPARE(countOf(pages[i], QStringLiteral("示例数据")), 1);
            QCOMPARE(countOf(pages[i], QStringLiteral("%1 / %2").arg(i + 1).arg(pages.size())), 1);
        }
    }
    void aRowLongerThanAPageIsMadeSmaller() {
        auto report = longReport(1);
        QString note = QStringLiteral("存在问题");
        report.lists.front().rows.front()[1] = note.repeated(4'000).toStdString();
        const auto pages = laidOut(report);
        const auto& words = pages.back().words;
        const auto found =
            std::ranges::find_if(words, [](const auto& each) { return each.text.size() > 9'000; });
        QVERIFY(found != words.end() || pages.size() > 1);
        for (const auto& page : pages) {
            for (const auto& each : page.words) {
                QVERIFY(each.box.bottom() <= paper.height());
            }
        }
    }
};

QTEST_MAIN(ReportPagesTest)
#include "report_pages_test.moc"
