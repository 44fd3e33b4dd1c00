#include "app/models/feature_targets.h"
#include "app/models/history_model.h"
#include "app/models/inspector_model.h"
#include "app/models/layer_list_model.h"
#include "app/models/legend_model.h"
#include "app/models/search_model.h"
#include "app/models/typed_place.h"
#include "app/session/language.h"
#include "tests/app/app_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace tuban;
using namespace tuban::test;

namespace {

/// Tells every breach of the rules of models as a failure of the running test.
void watch(QAbstractItemModel& model) {
    new QAbstractItemModelTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest, &model);
}

QVariant rowWith(const QAbstractItemModel& model, int keyRole, const QString& key, int role) {
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data(keyRole).toString() == key) {
            return model.index(row, 0).data(role);
        }
    }
    return {};
}

} // namespace

class FeatureModelsTest : public QObject {
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

    void aFeatureSaysWhichTargetsCountItAndLightsUpTheOthers() {
        QVERIFY(runSql(
            m_plan->path(),
            QStringLiteral("INSERT INTO target(uid, year, code, name, kind, word, unit, plan_min, due, "
                           "flow, measure, rule) VALUES "
                           "('t1', 2024, 'T01', '地块', 'done', 'plan', '个', 4, '2024-12-31', 0, 'rule', "
                           "'{\"measure\":\"count\",\"layer\":\"parcel\"}'), "
                           "('t2', 2024, 'T02', '道路', 'done', 'plan', '条', 1, '2024-12-31', 0, 'rule', "
                           "'{\"measure\":\"count\",\"layer\":\"road_project\"}')")));
        Selection selection;
        selection.setSession(m_session.get());
        FeatureTargets targets;
        watch(targets);
        QVERIFY(targets.setProperty("selection", QVariant::fromValue(&selection)));
        targets.setSession(m_session.get());
        targets.setLayer(QStringLiteral("parcel"));
        targets.setUid(m_plan->parcels().at(1));
        QTRY_COMPARE(targets.count(), 1);
        const auto row = targets.index(0, 0);
        QCOMPARE(row.data(FeatureTargets::CodeRole).toString(), QStringLiteral("T01"));
        QCOMPARE(row.data(FeatureTargets::FigureRole).toString(), QStringLiteral("3 / 4 个"));
        QVERIFY(!row.data(FeatureTargets::WhyRole).toString().isEmpty());

        targets.selectFeatures(0);
        QCOMPARE(selection.count(), 3);
        QCOMPARE(selection.currentUid(), m_plan->parcels().at(1)); // what is shown stays so

        targets.setLayer(QStringLiteral("area_unit"));
        targets.setUid(m_plan->area());
        QTRY_COMPARE(targets.count(), 0);
    }
    void inspectorSaysAreasByMethodAndWhatAParcelLiesIn() {
        InspectorModel inspector;
        watch(inspector);
        inspector.setSession(m_session.get());
        inspector.setLayer(QStringLiteral("parcel"));
        inspector.setUid(m_plan->parcels().first());
        QVERIFY(inspector.found());
        QCOMPARE(inspector.title(), QStringLiteral("地块 10"));
        QTRY_COMPARE(inspector.areas().size(), 3);
        QCOMPARE(inspector.areas().at(0).method, QStringLiteral("legal"));
        QCOMPARE(inspector.areas().at(2).m2Text, QStringLiteral("10,000.00 m²"));
        QCOMPARE(inspector.areas().at(2).muText, QStringLiteral("15.00 mu"));
        QCOMPARE(inspector.areas().at(2).haText, QStringLiteral("1.0000 ha"));
        QCOMPARE(inspector.areas().at(2).differenceText, QStringLiteral("−10.00 m² (−0.10 %)"));
        // 42 km west of the central meridian the plane is about 4e-5 larger than the ground.
        QVERIFY(std::abs(inspector.areas().at(1).areaM2 - 10'000) < 2);
        QCOMPARE(inspector.liesIn().size(), 1);
        QCOMPARE(inspector.liesIn().first().title, QStringLiteral("石佛办事处"));
    }

    void inspectorRefusesATextThatDoesNotFit() {
        InspectorModel inspector;
        inspector.setSession(m_session.get());
        inspector.setLayer(QStringLiteral("parcel"));
        inspector.setUid(m_plan->parcels().first());
        QSignalSpy failed(&inspector, &InspectorModel::editFailed);
        inspector.edit(QStringLiteral("far_max"), QStringLiteral("about two"));
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.at(0).at(1).toString(), QStringLiteral("“about two” is not a number."));
        inspector.edit(QStringLiteral("lu_code"), QStringLiteral("9999"));
        QCOMPARE(failed.count(), 2);
        inspector.edit(QStringLiteral("deal_date"), QStringLiteral("2024-02-30"));
        QCOMPARE(failed.count(), 3);
    }

    void inspectorTakesLabelsDaysAndNumbersAsPlannersWriteThem() {
        InspectorModel inspector;
        watch(inspector);
        inspector.setSession(m_session.get());
        inspector.setLayer(QStringLiteral("parcel"));
        inspector.setUid(m_plan->parcels().first());
        inspector.edit(QStringLiteral("deal_date"), QStringLiteral("2024年8月1日"));
        inspector.edit(QStringLiteral("invest_wan"), QStringLiteral("12,345.5"));
        const auto code = [&](const char* column) {
            return rowWith(
                inspector, InspectorModel::ColumnRole, QLatin1String(column), InspectorModel::CodeRole);
        };
        QTRY_COMPARE(code("deal_date").toString(), QStringLiteral("2024-08-01"));
        QTRY_COMPARE(code("invest_wan").toString(), QStringLiteral("12345.5"));
    }

    void layersAreListedWithTheirCountsAndRemembered() {
        LayerListModel layers;
        watch(layers);
        layers.setSession(m_session.get());
        QCOMPARE(layers.count(), 3);
        QCOMPARE(
            rowWith(layers, LayerListModel::NameRole, QStringLiteral("parcel"), LayerListModel::CountRole)
                .toInt(),
            3);
        // Lines lie above areas, parcels above the area around them.
        QCOMPARE(layers.index(0).data(LayerListModel::NameRole).toString(), QStringLiteral("road_project"));
        layers.move(0, 2);
        layers.setVisible(0, false);
        LayerListModel again;
        again.setSession(m_session.get());
        QCOMPARE(again.index(2).data(LayerListModel::NameRole).toString(), QStringLiteral("road_project"));
        QVERIFY(!again.index(0).data(LayerListModel::VisibleRole).toBool());
        layers.setShowEmpty(true);
        QVERIFY(layers.count() > 10);
    }

    void layersAppearAsThePlanIsRead() {
        Session session;
        LayerListModel layers;
        watch(layers);
        layers.setSession(&session);
        QCOMPARE(layers.count(), 0);
        QSignalSpy reset(&layers, &QAbstractItemModel::modelReset);
        QVERIFY(openAndWait(session, m_plan->path()));
        QCOMPARE(layers.count(), 3);
        QCOMPARE(reset.count(), 1); // when the plan was opened; features then come row by row
        session.closePlan();
        QCOMPARE(layers.count(), 0);
    }

    void legendCountsLandUses() {
        LegendModel legend;
        watch(legend);
        legend.setSession(m_session.get());
        legend.setLayer(QStringLiteral("parcel"));
        QTRY_COMPARE(legend.count(), 2);
        int features = 0;
        for (int row = 0; row < legend.count(); ++row) {
            features += legend.index(row).data(LegendModel::CountRole).toInt();
        }
        QCOMPARE(features, 3);
    }

    void searchFindsOneAndTwoCharactersAndInitials() {
        SearchModel search;
        watch(search);
        search.setSession(m_session.get());
        search.setQuery(QStringLiteral("停"));
        QTRY_COMPARE(search.count(), 1);
        QCOMPARE(search.index(0).data(SearchModel::UidRole).toString(), m_plan->parcels().at(0));
        search.setQuery(QStringLiteral("科学"));
        QTRY_COMPARE(search.index(0).data(SearchModel::UidRole).toString(), m_plan->road());
        search.setQuery(QStringLiteral("jxs"));
        QTRY_COMPARE(search.index(0).data(SearchModel::UidRole).toString(), m_plan->parcels().at(1));
        search.setQuery(QStringLiteral("\"'); DROP TABLE parcel; --"));
        QTRY_VERIFY(!search.busy());
        QCOMPARE(search.count(), 0);
    }

    void searchTakesTypedCoordinates() {
        SearchModel search;
        search.setSession(m_session.get());
        search.setQuery(QStringLiteral("X=3853050 Y=458050"));
        QTRY_COMPARE(search.count(), 1);
        QVERIFY(search.index(0).data(SearchModel::LayerRole).toString().isEmpty());
        const auto middle = middleOfParcel(*m_session, 0);
        QVERIFY(std::abs(search.index(0).data(SearchModel::LonRole).toDouble() - middle.x) < 1e-7);
        QVERIFY(std::abs(search.index(0).data(SearchModel::LatRole).toDouble() - middle.y) < 1e-7);
    }

    void placesAreReadInEitherOrder_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("degrees");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::newRow("lon lat") << QStringLiteral("113.55, 34.8") << true << 113.55 << 34.8;
        QTest::newRow("lat lon") << QStringLiteral("34.8N 113.55E") << true << 113.55 << 34.8;
        QTest::newRow("north east") << QStringLiteral("3853606.83，458825.44") << false << 458825.44
                                    << 3853606.83;
        QTest::newRow("with zone") << QStringLiteral("X(北) 3853606.83 Y(东) 38458825.44") << false
                                   << 458825.44 << 3853606.83;
    }
    void placesAreReadInEitherOrder() {
        QFETCH(QString, text);
        QFETCH(bool, degrees);
        QFETCH(double, x);
        QFETCH(double, y);
        const auto place = typedPlace(text, 38);
        QVERIFY(place);
        QCOMPARE(place->degrees, degrees);
        QVERIFY(std::abs(place->at.x - x) < 1e-6 && std::abs(place->at.y - y) < 1e-6);
    }
    void wordsAndNumbersAreNoPlaces() {
        QVERIFY(!typedPlace(QStringLiteral("科学大道 12"), 38));
        QVERIFY(!typedPlace(QStringLiteral("3853606.83"), 38));
        QVERIFY(!typedPlace(QStringLiteral("12 13"), 38));
    }

    void historyTellsActsInTheLanguageOfTheProgram() {
        HistoryModel history;
        watch(history);
        history.setSession(m_session.get());
        QTRY_COMPARE(history.count(), 1);
        QVERIFY(history.index(0)
                    .data(HistoryModel::WhatRole)
                    .toString()
                    .startsWith(QStringLiteral("Import · Parcels")));
        QCOMPARE(history.index(0).data(HistoryModel::ByRole).toString(), QStringLiteral("王工"));
    }
};

QTEST_MAIN(FeatureModelsTest)
#include "feature_models_test.moc"
