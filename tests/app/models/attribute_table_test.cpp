#include "app/models/attribute_table.h"
#include "app/session/language.h"
#include "tests/app/app_fixture.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace tuban;
using namespace tuban::test;

class AttributeTableTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SmallPlan> m_plan;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<AttributeTable> m_table;

    [[nodiscard]] QStringList column(const QString& name) const {
        const auto columns = m_table->columns();
        const auto at = std::ranges::find(columns, name, &ColumnItem::name) - columns.begin();
        QStringList texts;
        for (int row = 0; row < m_table->rowCount(); ++row) {
            texts.append(
                m_table->data(m_table->index(row, static_cast<int>(at)), Qt::DisplayRole).toString());
        }
        return texts;
    }

private Q_SLOTS:
    void initTestCase() { applyLanguage(QStringLiteral("zh")); }

    void init() {
        m_plan = std::make_unique<SmallPlan>();
        m_session = std::make_unique<Session>();
        QVERIFY(openAndWait(*m_session, m_plan->path()));
        m_selection = std::make_unique<Selection>();
        m_selection->setSession(m_session.get());
        m_table = std::make_unique<AttributeTable>();
        new QAbstractItemModelTester(
            m_table.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_table.get());
        m_table->setSelection(m_selection.get());
        m_table->setSession(m_session.get());
        m_table->setLayer(QStringLiteral("parcel"));
        QTRY_COMPARE(m_table->rowCount(), 3);
    }

    void cleanup() {
        m_table.reset();
        m_selection.reset();
        m_session.reset();
        m_plan.reset();
    }

    void showsTitlesAndLabelsOfTheCatalogue() {
        QCOMPARE(m_table->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("地块编号"));
        QVERIFY(column(QStringLiteral("lu_code")).first().startsWith(QStringLiteral("0701 ")));
        QCOMPARE(column(QStringLiteral("area_legal_m2")).first(), QStringLiteral("10,010.00"));
    }

    void followsTheLanguageOfTheProgram() {
        m_table->addFilter(QStringLiteral("owner"), QStringLiteral("="), QStringLiteral("城投"));
        applyLanguage(QStringLiteral("en"));
        QCOMPARE(m_table->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Parcel number"));
        QCOMPARE(m_table->filters().first().label, QStringLiteral("Owner = 城投"));
        applyLanguage(QStringLiteral("zh"));
        QCOMPARE(m_table->filters().first().label, QStringLiteral("权利人 = 城投"));
    }

    void sortsTextAsPeopleDoAndNumbersBySize() {
        m_table->sortBy(QStringLiteral("parcel_no"));
        QTRY_COMPARE(
            column(QStringLiteral("parcel_no")),
            QStringList({QStringLiteral("地块 2"), QStringLiteral("地块 9"), QStringLiteral("地块 10")}));
        // Rows without a value come last in both directions.
        m_table->sortBy(QStringLiteral("area_legal_m2"));
        QTRY_COMPARE(column(QStringLiteral("area_legal_m2")),
                     QStringList({QStringLiteral("9,000.00"), QStringLiteral("10,010.00"), QString()}));
        m_table->sortBy(QStringLiteral("area_legal_m2"));
        QTRY_COMPARE(column(QStringLiteral("area_legal_m2")),
                     QStringList({QStringLiteral("10,010.00"), QStringLiteral("9,000.00"), QString()}));
        QVERIFY(m_table->sortDescending());
    }

    void filtersByChipsAndByAnExpression() {
        m_table->addFilter(QStringLiteral("lu_code"), QStringLiteral("="), QStringLiteral("0701"));
        QTRY_COMPARE(m_table->rowCount(), 2);
        m_table->setFilterText(QStringLiteral("area_legal_m2 > 10000"));
        QTRY_COMPARE(m_table->rowCount(), 1);
        QCOMPARE(m_table->uidAt(0), m_plan->parcels().first());
        m_table->clearFilters();
        QTRY_COMPARE(m_table->rowCount(), 3);
        m_table->addFilter(QStringLiteral("name"), QStringLiteral("contains"), QStringLiteral("二期"));
        QTRY_COMPARE(m_table->rowCount(), 1);
        m_table->removeFilter(0);
        m_table->addFilter(QStringLiteral("deal_date"), QStringLiteral("<"), QStringLiteral("2024年2月1日"));
        QTRY_COMPARE(column(QStringLiteral("parcel_no")), QStringList{QStringLiteral("地块 9")});
    }

    void saysWhyAnExpressionCannotBeUsed() {
        m_table->setFilterText(QStringLiteral("ownr = 'x'"));
        QTRY_VERIFY(m_table->problem().contains(QStringLiteral("owner")));
        QCOMPARE(m_table->rowCount(), 3);
        m_table->setFilterText({});
        QTRY_VERIFY(m_table->problem().isEmpty());
    }

    void groupsWithCountAndSums() {
        const auto columns = m_table->columns();
        const auto area =
            std::ranges::find(columns, QStringLiteral("area_legal_m2"), &ColumnItem::name) - columns.begin();
        QCOMPARE(m_table->totals().at(area), QStringLiteral("19,010.00"));
        m_table->setGroupBy(QStringLiteral("lu_code"));
        QTRY_COMPARE(m_table->groupRows().size(), 2);
        QCOMPARE(m_table->groupRows().at(0).count, 2);
        QVERIFY(m_table->groupRows().at(0).label.startsWith(QStringLiteral("0701")));
        QCOMPARE(m_table->groupRows().at(0).sums.at(area), QStringLiteral("10,010.00"));
        QCOMPARE(m_table->groupRows().at(1).sums.at(area), QStringLiteral("9,000.00"));
    }

    void selectsBothWays() {
        m_table->selectRow(1, QStringLiteral("set"));
        QCOMPARE(m_selection->currentUid(), m_table->uidAt(1));
        m_selection->select(QStringLiteral("parcel"), {m_table->uidAt(2)}, QStringLiteral("add"));
        QCOMPARE(m_table->selectedRows(), QList<int>({1, 2}));
        m_table->setSelectedOnly(true);
        QTRY_COMPARE(m_table->rowCount(), 2);
        QCOMPARE(m_table->rowOf(m_plan->parcels().first()), -1);
    }

    void copiesSelectedRowsWithHeadings() {
        m_table->selectRow(0, QStringLiteral("set"));
        QSignalSpy copied(m_table.get(), &AttributeTable::copied);
        m_table->copySelection();
        QTRY_COMPARE(copied.count(), 1);
        const auto lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.at(0).startsWith(QStringLiteral("地块编号\t名称")));
        QVERIFY(lines.at(1).startsWith(QStringLiteral("地块 10\t停车场一期")));
    }

    void writesAWorkbookThatHoldsNumbersAndLabels() {
        QSignalSpy exported(m_table.get(), &AttributeTable::exported);
        const auto file = m_plan->file(QStringLiteral("table.xlsx"));
        m_table->exportXlsx(QUrl::fromLocalFile(file).toString());
        QTRY_COMPARE(exported.count(), 1);
        QVERIFY(!QFile::exists(file + QStringLiteral(".part")));
        QProcess unzip;
        unzip.start(QStringLiteral("unzip"),
                    {QStringLiteral("-p"), file, QStringLiteral("xl/worksheets/sheet1.xml")});
        QVERIFY(unzip.waitForFinished());
        const auto sheet = QString::fromUtf8(unzip.readAllStandardOutput());
        QVERIFY(sheet.contains(QStringLiteral("停车场一期")));
        QVERIFY(sheet.contains(QStringLiteral("<v>10010</v>")));
        QVERIFY(sheet.contains(m_plan->parcels().first()));
    }

    void saysWhereAWorkbookCannotBeWritten() {
        QSignalSpy failed(m_table.get(), &AttributeTable::failed);
        m_table->exportXlsx(m_plan->file(QStringLiteral("no such folder/table.xlsx")));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.at(0).at(0).toString().contains(QStringLiteral("table.xlsx")));
    }
};

QTEST_MAIN(AttributeTableTest)
#include "attribute_table_test.moc"
