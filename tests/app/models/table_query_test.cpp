#include "app/models/table_query.h"
#include "app/session/language.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tuban;

namespace {

constexpr std::size_t many = 100'000;

/// A layer of 100,000 parcels in memory: numbers, owners and areas.
TableQuery hundredThousand() {
    TableQuery query;
    query.catalogue = std::make_shared<const Catalogue>(*Catalogue::load());
    query.layer = query.catalogue->layer("parcel");
    auto snapshot = std::make_shared<LayerSnapshot>();
    snapshot->layer = "parcel";
    snapshot->columns = {"parcel_no", "owner", "area_legal_m2"};
    std::shared_ptr<FeaturePage> page;
    for (std::size_t i = 0; i < many; ++i) {
        if (i % pageFeatures == 0) {
            page = std::make_shared<FeaturePage>();
            page->cells.resize(3);
        }
        page->cells[0].append("地块 " + std::to_string((i * 7919) % many));
        page->cells[1].append("单位" + std::to_string(i % 40));
        page->cells[2].append(static_cast<double>(i));
        page->endFeature(static_cast<std::int64_t>(i), "uid-" + std::to_string(i), {});
        if (page->size() == pageFeatures || i + 1 == many) {
            page->finish();
            snapshot->addPage(page);
        }
    }
    query.snapshot = snapshot;
    return query;
}

} // namespace

class TableQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLanguage(QStringLiteral("zh")); }

    void answersForAHundredThousandRows() {
        auto query = hundredThousand();
        query.sortColumn = QStringLiteral("parcel_no");
        query.groupBy = QStringLiteral("owner");
        query.filters.append({.column = QStringLiteral("area_legal_m2"),
                              .op = QStringLiteral(">="),
                              .text = QStringLiteral("50,000"),
                              .label = {}});
        QElapsedTimer clock;
        clock.start();
        const auto result = runQuery(query);
        // Seconds would be felt while typing a filter; a shared machine gets room.
        QVERIFY2(clock.elapsed() < 4000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(result.rows.size(), many / 2);
        QCOMPARE(result.groups.size(), 40);
        QCOMPARE(result.groups.first().count, 1250);
        const auto numberOf = [&](std::uint32_t row) { return (std::size_t{row} * 7919) % many; };
        QVERIFY(std::ranges::is_sorted(result.rows, {}, numberOf));
        // 50,000 + … + 99,999
        QVERIFY(result.totals.contains(QStringLiteral("3,749,975,000.00")));
    }

    void keepsTheOrderOfEqualRows() {
        auto query = hundredThousand();
        query.sortColumn = QStringLiteral("owner");
        const auto result = runQuery(query);
        QVERIFY(std::ranges::is_sorted(result.rows.begin(), result.rows.begin() + 2500));
    }
};

QTEST_MAIN(TableQueryTest)
#include "table_query_test.moc"
