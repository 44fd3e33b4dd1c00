// Styles, colours and themes through the models, as the layer panel does.
#include "app/models/layer_list_model.h"
#include "app/models/legend_model.h"
#include "app/models/theme_list_model.h"
#include "app/session/app_settings.h"
#include "tests/app/app_fixture.h"

#include <QAbstractItemModelTester>
#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace tuban;

namespace {

int rowOf(const LayerListModel& layers, const QString& name) {
    for (int row = 0; row < layers.rowCount(); ++row) {
        if (layers.data(layers.index(row), LayerListModel::NameRole) == name) {
            return row;
        }
    }
    return -1;
}

QByteArray hashOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
               ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
               : QByteArray();
}

int sumOfCounts(const LegendModel& legend) {
    int sum = 0;
    for (int row = 0; row < legend.rowCount(); ++row) {
        sum += legend.data(legend.index(row), LegendModel::CountRole).toInt();
    }
    return sum;
}

} // namespace

class LayerStyleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        appSettings().clear();
        m_layers.setSession(&m_session);
        QVERIFY(test::openAndWait(m_session, m_plan.path()));
    }

    void cleanup() { m_session.closePlan(); }

    void aStyleIsOfferedChosenAndKeptOutsideThePlan() {
        const QByteArray before = hashOf(m_plan.path());
        const int row = rowOf(m_layers, QStringLiteral("parcel"));
        QVERIFY(row >= 0);
        QCOMPARE(m_layers.data(m_layers.index(row), LayerListModel::StyleRole).toString(),
                 QStringLiteral("land_use"));
        const auto styles =
            m_layers.data(m_layers.index(row), LayerListModel::StylesRole).value<QList<Choice>>();
        QVERIFY(std::ranges::contains(styles, QStringLiteral("far"), &Choice::code));
        const auto columns =
            m_layers.data(m_layers.index(row), LayerListModel::ColumnsRole).value<QList<Choice>>();
        QVERIFY(std::ranges::contains(columns, QStringLiteral("supply_status"), &Choice::code));
        const QSignalSpy changed(&m_layers, &LayerListModel::styleChanged);
        m_layers.setStyle(row, QStringLiteral("area:round"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_layers.wishOf(QStringLiteral("parcel"), false).style, std::string("area:round"));
        QVERIFY(!m_layers.data(m_layers.index(row), LayerListModel::MethodsRole)
                     .value<QList<Choice>>()
                     .isEmpty());

        LayerListModel again;
        again.setSession(&m_session);
        QCOMPARE(again.wishOf(QStringLiteral("parcel"), false).style, std::string("area:round"));
        QCOMPARE(hashOf(m_plan.path()), before);
    }

    void aLegendFollowsTheStyleAndCountsEachFeatureOnce() {
        LegendModel legend;
        const QAbstractItemModelTester tester(&legend);
        legend.setSession(&m_session);
        legend.setLayers(&m_layers);
        legend.setLayer(QStringLiteral("parcel"));
        QTRY_VERIFY(legend.count() > 0);
        QCOMPARE(sumOfCounts(legend), 3);
        m_layers.setStyle(rowOf(m_layers, QStringLiteral("parcel")), QStringLiteral("area:round"));
        QTRY_VERIFY(legend.ruleText().contains(QStringLiteral("(ha)")));
        QCOMPARE(sumOfCounts(legend), 3);
        QVERIFY(legend.data(legend.index(0), LegendModel::SwatchRole)
                    .toString()
                    .startsWith(QStringLiteral("data:image/png")));
    }

    void aThemeShowsItsLayersAndStylesWithoutReadingThePlan() {
        ThemeListModel themes;
        const QAbstractItemModelTester tester(&themes);
        themes.setLayers(&m_layers);
        QCOMPARE(themes.count(), 6);
        const QSignalSpy read(m_session.snapshots(), &SnapshotStore::snapshotChanged);
        themes.apply(4); // plan indicators
        QVERIFY(themes.data(themes.index(4), ThemeListModel::CurrentRole).toBool());
        QVERIFY(!themes.current().isEmpty());
        QCOMPARE(m_layers.wishOf(QStringLiteral("parcel"), false).style, std::string("far"));
        QVERIFY(!m_session.drawOrder().contains(QStringLiteral("key_project")));
        themes.apply(0);
        QCOMPARE(m_layers.wishOf(QStringLiteral("parcel"), false).style, std::string("land_use"));
        QVERIFY(m_session.drawOrder().contains(QStringLiteral("area_unit")));
        QCOMPARE(read.size(), 0);
    }

    void anOwnThemeIsKeptAndRemoved() {
        ThemeListModel themes;
        themes.setLayers(&m_layers);
        themes.apply(0);
        const int row = rowOf(m_layers, QStringLiteral("parcel"));
        m_layers.setStyle(row, QStringLiteral("area"));
        m_layers.setOpacity(row, 0.5);
        QVERIFY(themes.current().isEmpty());
        QVERIFY(!themes.save(QStringLiteral("灯"))); // that of a built-in theme
        QVERIFY(!themes.save(QStringLiteral("  ")));
        QVERIFY(themes.save(QStringLiteral("周五的图")));
        QCOMPARE(themes.count(), 7);
        QCOMPARE(themes.current(), QStringLiteral("周五的图"));
        themes.apply(1);
        ThemeListModel later;
        later.setLayers(&m_layers);
        later.apply(6);
        QCOMPARE(later.current(), QStringLiteral("周五的图"));
        QCOMPARE(m_layers.wishOf(QStringLiteral("parcel"), false).style, std::string("area"));
        later.remove(0); // a built-in theme stays
        QCOMPARE(later.count(), 7);
        later.remove(6);
        QCOMPARE(later.count(), 6);
    }

    void lightsAreReadWhenTheyAreLookedAt() {
        QVERIFY(m_layers.lightsOf(QStringLiteral("road_project")) == nullptr);
        m_layers.setStyle(rowOf(m_layers, QStringLiteral("road_project")), QStringLiteral("light"));
        QTRY_VERIFY(m_layers.lightsOf(QStringLiteral("road_project")) != nullptr);
        QCOMPARE(m_layers.lightsOf(QStringLiteral("road_project"))->at(m_plan.road().toStdString()).code,
                 std::string("unplanned"));
    }

    void coloursAreTheUsersChoice() {
        m_layers.setColours(QStringLiteral("safe"));
        QCOMPARE(LayerListModel().colours(), QStringLiteral("safe"));
        m_layers.setColours(QStringLiteral("purple"));
        QCOMPARE(m_layers.colours(), QStringLiteral("safe"));
        m_layers.setColours(QStringLiteral("standard"));
    }

private:
    test::SmallPlan m_plan;
    Session m_session;
    LayerListModel m_layers;
};

QTEST_MAIN(LayerStyleTest)
#include "layer_style_test.moc"
