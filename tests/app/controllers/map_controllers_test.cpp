#include "app/controllers/map_readout.h"
#include "app/controllers/measure_controller.h"
#include "app/controllers/selection.h"
#include "app/session/language.h"
#include "tests/app/app_fixture.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace tuban;
using namespace tuban::test;

class MapControllersTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SmallPlan> m_plan;
    std::unique_ptr<Session> m_session;

private Q_SLOTS:
    void init() {
        applyLanguage(QStringLiteral("en"));
        m_plan = std::make_unique<SmallPlan>();
        m_session = std::make_unique<Session>();
        QVERIFY(openAndWait(*m_session, m_plan->path()));
    }
    void cleanup() {
        m_session.reset();
        m_plan.reset();
    }

    void aClickTakesTheTopmostAndTheNextClickTheOneBelow() {
        Selection selection;
        selection.setSession(m_session.get());
        m_session->setDrawOrder(
            {QStringLiteral("road_project"), QStringLiteral("parcel"), QStringLiteral("area_unit")});
        const auto at = middleOfParcel(*m_session, 1);
        QVERIFY(selection.pick(at.x, at.y, 5));
        QCOMPARE(selection.currentUid(), m_plan->parcels().at(1));
        QVERIFY(selection.pick(at.x, at.y, 5));
        QCOMPARE(selection.currentUid(), m_plan->area());
        QVERIFY(selection.pick(at.x, at.y, 5));
        QCOMPARE(selection.currentUid(), m_plan->parcels().at(1));
        QVERIFY(!selection.pick(0, 0, 5));
        QCOMPARE(selection.count(), 0);
    }

    void theSummarySumsTheAreas() {
        Selection selection;
        selection.setSession(m_session.get());
        selection.selectAll(QStringLiteral("parcel"));
        QCOMPARE(selection.count(), 3);
        QTRY_COMPARE(selection.summary(), QStringLiteral("3 selected · 30,000.00 m² · 45.00 mu"));
        applyLanguage(QStringLiteral("zh"));
        selection.select(QStringLiteral("parcel"), {m_plan->parcels().first()}, QStringLiteral("toggle"));
        QCOMPARE(selection.count(), 2);
    }

    void aRingSelectsWhatLiesInsideOrIsTouched() {
        Selection selection;
        selection.setSession(m_session.get());
        m_session->setDrawOrder({QStringLiteral("parcel"), QStringLiteral("area_unit")});
        const auto select = [&](int from, int to, bool touched, const char* mode) {
            const auto first = middleOfParcel(*m_session, from);
            const auto last = middleOfParcel(*m_session, to);
            constexpr double around = 0.0007; // 64 m east, 78 m north: a parcel and 14 m of its neighbours
            selection.selectWithin({{first.y - around, first.x - around},
                                    {first.y - around, last.x + around},
                                    {first.y + around, last.x + around},
                                    {first.y + around, first.x - around}},
                                   touched,
                                   QLatin1String(mode));
        };
        select(0, 1, false, "set");
        QTRY_COMPARE(selection.count(), 2);
        QCOMPARE(selection.currentLayer(), QStringLiteral("parcel"));
        select(0, 1, true, "set");
        QTRY_COMPARE(selection.count(), 4); // the neighbour, and the area that they all lie in
        QTRY_VERIFY2(selection.summary().contains(QStringLiteral("30,000.00 m²")),
                     qPrintable(selection.summary()));
        select(1, 1, false, "remove");
        QTRY_COMPARE(selection.count(), 3);
        QVERIFY(!selection.isSelected(QStringLiteral("parcel"), m_plan->parcels().at(1)));
        select(0, 1, false, "keep");
        QTRY_COMPARE(selection.count(), 1);
        QCOMPARE(selection.currentUid(), m_plan->parcels().at(0));
        select(2, 2, false, "add");
        QTRY_COMPARE(selection.count(), 2);
        select(0, 2, false, "toggle");
        QTRY_COMPARE(selection.currentUid(), m_plan->parcels().at(1));
        QCOMPARE(selection.count(), 1);
    }

    void theStatusBarSpeaksAsSurveyorsDo() {
        MapReadout readout;
        readout.setSession(m_session.get());
        const auto at = m_session->geoFromPlan({458'825.44, 3'853'606.83}).value_or(Point{});
        readout.setCursor(at.x, at.y);
        QCOMPARE(readout.northText(), QStringLiteral("X (north) 3853606.83"));
        QCOMPARE(readout.eastText(), QStringLiteral("Y (east) 458825.44"));
        readout.withPrefix(true);
        QCOMPARE(readout.eastText(), QStringLiteral("Y (east) 38458825.44"));
        QCOMPARE(readout.scaleText(12'500 * 0.0254 / 96), QStringLiteral("1:12 500"));
        QCOMPARE(readout.scaleBar(2.0, 100).text, QStringLiteral("200 m"));
        QCOMPARE(readout.scaleBar(2.0, 100).pixels, 100.0);
        QCOMPARE(readout.scaleBar(30.0, 100).text, QStringLiteral("2 km"));
    }

    void measuringNamesItsMethod() {
        MeasureController measure;
        measure.setSession(m_session.get());
        measure.setMode(QStringLiteral("area"));
        for (const auto& corner :
             {Point{458'000, 3'853'000}, Point{458'100, 3'853'000}, Point{458'100, 3'853'100}}) {
            const auto at = m_session->geoFromPlan(corner).value_or(Point{});
            measure.add(at.x, at.y);
        }
        // A cursor near the first corner adds almost nothing to the triangle of 5,000 m².
        measure.finish();
        QVERIFY(measure.methodText().contains(QStringLiteral("5,000.00 m²")));
        QVERIFY(measure.methodText().startsWith(QStringLiteral("On the ellipsoid")));
        measure.setMode(QStringLiteral("length"));
        QVERIFY(measure.resultText().isEmpty());
        for (const auto& end : {Point{458'000, 3'853'000}, Point{458'300, 3'853'400}}) {
            const auto at = m_session->geoFromPlan(end).value_or(Point{});
            measure.add(at.x, at.y);
        }
        QVERIFY2(measure.methodText().contains(QStringLiteral("500.00 m")), qPrintable(measure.methodText()));
        measure.undoPoint();
        QVERIFY(measure.resultText().isEmpty());
    }
};

QTEST_MAIN(MapControllersTest)
#include "map_controllers_test.moc"
