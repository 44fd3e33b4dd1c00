// Our camera against the Map of Qt Location, over the zooms, turns and tilts that a planner uses.
#include "app/map/map_camera.h"
#include "geo/crs/transform.h"

#include <QGeoCoordinate>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>
#include <QTest>

#include <random>

using namespace tuban;

namespace {

constexpr auto mapQml = R"(
import QtQuick
import QtLocation
Map {
    width: 1280; height: 800
    plugin: Plugin { name: "itemsoverlay" }
    maximumZoomLevel: 21
}
)";

QPointF fromCoordinate(QQuickItem& map, const QGeoCoordinate& coordinate) {
    QPointF point;
    QMetaObject::invokeMethod(&map,
                              "fromCoordinate",
                              Q_RETURN_ARG(QPointF, point),
                              Q_ARG(QGeoCoordinate, coordinate),
                              Q_ARG(bool, false));
    return point;
}

} // namespace

class CameraTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ourCameraIsThatOfTheMap_data() {
        QTest::addColumn<double>("bearing");
        QTest::addColumn<double>("tilt");
        QTest::newRow("north up") << 0.0 << 0.0;
        QTest::newRow("turned") << 137.0 << 0.0;
        QTest::newRow("tilted") << 0.0 << 45.0;
        QTest::newRow("turned and tilted") << 301.5 << 60.0;
    }

    void ourCameraIsThatOfTheMap() {
        QFETCH(double, bearing);
        QFETCH(double, tilt);
        QQmlEngine engine;
        QQmlComponent component(&engine);
        component.setData(mapQml, {});
        QQuickView view;
        std::unique_ptr<QQuickItem> map(qobject_cast<QQuickItem*>(component.create()));
        QVERIFY2(map, qPrintable(component.errorString()));
        map->setParentItem(view.contentItem());
        view.resize(1'280, 800);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        std::mt19937 random(7);
        std::uniform_real_distribution<double> share(0, 1);
        double worst = 0;
        for (int i = 0; i < 500; ++i) {
            map->setProperty("zoomLevel", 10 + 10 * share(random));
            map->setProperty(
                "center",
                QVariant::fromValue(QGeoCoordinate(34.8 + 0.2 * share(random), 113.5 + 0.2 * share(random))));
            map->setProperty("bearing", bearing);
            map->setProperty("tilt", tilt);
            const View ours = View::ofCamera(cameraOf(*map));
            const Point world = ours.worldFromScreen({1'280 * share(random), 300 + 500 * share(random)});
            const Point geo = geoFromWorld(world);
            const Point mine = ours.screenFromWorld(worldFromGeo(geo));
            const QPointF theirs = fromCoordinate(*map, QGeoCoordinate(geo.y, geo.x));
            worst = std::max({worst, std::abs(mine.x - theirs.x()), std::abs(mine.y - theirs.y())});
        }
        QVERIFY2(worst < 1e-3, qPrintable(QStringLiteral("off by %1 px").arg(worst)));
    }
};

QTEST_MAIN(CameraTest)
#include "camera_test.moc"
