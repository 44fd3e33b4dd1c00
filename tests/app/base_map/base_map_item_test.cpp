// The base map under a Map of Qt Location, as the window has it: pixels of a real window.
#include "app/base_map/base_map_item.h"
#include "app/map/map_camera.h"
#include "geo/crs/transform.h"
#include "tests/app/app_fixture.h"
#include "tests/app/base_map/tile_server.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QGeoCoordinate>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace tuban;
using namespace tuban::test;

namespace {

constexpr auto mapQml = R"(
import QtQuick
import QtLocation
Map {
    width: 800; height: 600
    plugin: Plugin { name: "itemsoverlay" }
    maximumZoomLevel: 21
}
)";
constexpr int waitMs = 60'000;
constexpr Point centre{113.55, 34.81};
const QColor paper(250, 249, 245);

/// Its own colour for every tile of a zoom.
QColor colourOf(int column, int row) {
    return QColor((column * 53) % 200, (row * 71) % 200, ((column + row) * 31) % 200);
}

} // namespace

class BaseMapItemTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(openAndWait(m_session, m_plan.path()));
        QQmlComponent component(&m_engine);
        component.setData(mapQml, {});
        m_map.reset(qobject_cast<QQuickItem*>(component.create()));
        QVERIFY2(m_map, qPrintable(component.errorString()));
        m_map->setParentItem(m_view.contentItem());
        m_baseMap.setSession(&m_session);
        m_item = new BaseMapItem(m_map.get());
        m_item->setMap(m_map.get());
        m_item->setBaseMap(&m_baseMap);
        m_item->setPaper(paper);
        m_view.resize(800, 600);
        m_view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_view));
        lookAt(15);
        for (int zoom : {14, 15}) {
            for (int dx = -12; dx <= 12; ++dx) {
                for (int dy = -12; dy <= 12; ++dy) {
                    const Point world = worldFromGeo(centre);
                    const int column = static_cast<int>(world.x * std::exp2(zoom)) + dx;
                    const int row = static_cast<int>(world.y * std::exp2(zoom)) + dy;
                    QImage image(256, 256, QImage::Format_RGB32);
                    image.fill(colourOf(column, row));
                    QBuffer buffer;
                    buffer.open(QIODevice::WriteOnly);
                    image.save(&buffer, "PNG");
                    m_server.files[QStringLiteral("/%1/%2/%3.png").arg(zoom).arg(column).arg(row).toUtf8()] =
                        buffer.data();
                }
            }
        }
    }

    void nothingIsFetchedBeforeABaseMapIsChosen() {
        QVERIFY(m_item->isReady());
        QVERIFY(m_server.asked.isEmpty());
        QVERIFY(!m_baseMap.isShown());
    }

    void tilesLieWhereTheirGroundIs() {
        m_baseMap.show(QStringLiteral("online"), m_server.address(QStringLiteral("{z}/{x}/{y}.png")));
        m_baseMap.setMaxZoom(15);
        QVERIFY(waitReady());
        QCOMPARE(m_baseMap.problem(), QString());
        compare(15);
    }

    void theyDoOnATurnedMapAndBetweenZooms() {
        m_map->setProperty("bearing", 33.0);
        lookAt(15.4);
        QVERIFY(waitReady());
        compare(15);
        m_map->setProperty("tilt", 40.0);
        QVERIFY(waitReady());
        compare(15);
        m_map->setProperty("tilt", 0.0);
        m_map->setProperty("bearing", 0.0);
        lookAt(14.2);
        QVERIFY(waitReady());
        compare(14);
    }

    void finerThanTheServerIsEnlarged() {
        lookAt(18.3);
        QVERIFY(waitReady());
        compare(15);
        for (const QByteArray& path : std::as_const(m_server.asked)) {
            QVERIFY(path.startsWith("/14/") || path.startsWith("/15/"));
        }
    }

    void quietIsGrey() {
        lookAt(15);
        m_baseMap.setQuiet(true);
        QVERIFY(waitReady());
        QTRY_VERIFY_WITH_TIMEOUT(qRed(middle()) == qGreen(middle()) && qRed(middle()) == qBlue(middle()),
                                 waitMs);
        m_baseMap.setQuiet(false);
        QVERIFY(waitReady());
        QTRY_VERIFY_WITH_TIMEOUT(qRed(middle()) != qGreen(middle()) || qRed(middle()) != qBlue(middle()),
                                 waitMs);
    }

    void aServerThatFailsIsSaidOnce() {
        QSignalSpy said(&m_baseMap, &BaseMap::said);
        m_baseMap.show(QStringLiteral("online"), QStringLiteral("http://127.0.0.1:1/{z}/{x}/{y}.png"));
        QTRY_VERIFY_WITH_TIMEOUT(m_baseMap.problem().contains(QStringLiteral("127.0.0.1")), waitMs);
        QVERIFY(waitReady());
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.first().at(1).toBool(), true);
        m_baseMap.show(QStringLiteral("folder"), m_plan.file(QStringLiteral("nowhere")));
        QTRY_VERIFY_WITH_TIMEOUT(m_baseMap.problem().contains(QStringLiteral("nowhere")), waitMs);
        m_baseMap.show(QStringLiteral("none"), {});
        QCOMPARE(m_baseMap.problem(), QString());
    }

    void thePlanIsNoBaseMapOfItself() {
        m_baseMap.show(QStringLiteral("raster"), m_plan.path());
        QVERIFY(!m_baseMap.problem().isEmpty());
        QVERIFY(!m_baseMap.isShown());
    }

    void theChoiceIsKeptForThePlanAndNotInIt() {
        const QByteArray before = bytesOfPlan();
        m_baseMap.show(QStringLiteral("online"), m_server.address(QStringLiteral("{z}/{x}/{y}.png")));
        m_baseMap.setStrength(0.6);
        m_baseMap.setGcj02(true);
        BaseMap again;
        again.setSession(&m_session);
        QCOMPARE(again.kind(), QStringLiteral("online"));
        QCOMPARE(again.strength(), 0.6);
        QVERIFY(again.isGcj02());
        Session other;
        const SmallPlan otherPlan;
        QVERIFY(openAndWait(other, otherPlan.path()));
        BaseMap fresh;
        fresh.setSession(&other);
        QVERIFY(!fresh.isShown());
        QCOMPARE(bytesOfPlan(), before);
    }

private:
    void lookAt(double zoom) {
        m_map->setProperty("zoomLevel", zoom);
        m_map->setProperty("center", QVariant::fromValue(QGeoCoordinate(centre.y, centre.x)));
    }
    /// The camera's move reaches the item with the next frame: two frames, then everything in view.
    bool waitReady() {
        m_view.grabWindow(); // the item then knows what it lacks
        return QTest::qWaitFor([&] { return m_item->isReady(); }, waitMs);
    }
    QRgb middle() { return m_view.grabWindow().pixel(400, 300); }
    QByteArray bytesOfPlan() const {
        QFile file(m_plan.path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Colours of the window against where our camera says its pixels are, away from the edges of tiles.
    void compare(int zoom) {
        const View view = View::ofCamera(cameraOf(*m_map));
        const QImage image = m_view.grabWindow();
        image.save(
            QStringLiteral(TUBAN_SCREENSHOTS "/base_map_%1.png").arg(view.pixelsPerWorld(), 0, 'f', 0));
        int compared = 0;
        for (int y = 7; y < 600; y += 43) {
            for (int x = 7; x < 800; x += 43) {
                const Point world = view.worldFromScreen({x + 0.5, y + 0.5});
                const double column = world.x * std::exp2(zoom);
                const double row = world.y * std::exp2(zoom);
                const double edge = 3.0 * std::exp2(zoom) / view.pixelsPerWorld();
                const auto isInside = [edge](double value) {
                    return value - std::floor(value) > edge && std::ceil(value) - value > edge;
                };
                if (isInside(column) && isInside(row)) {
                    ++compared;
                    const QColor expected = colourOf(static_cast<int>(column), static_cast<int>(row));
                    const QColor seen = image.pixelColor(x, y);
                    QVERIFY2(std::abs(expected.red() - seen.red()) <= 2 &&
                                 std::abs(expected.green() - seen.green()) <= 2,
                             qPrintable(QStringLiteral("%1, %2: %3 in the place of %4")
                                            .arg(x)
                                            .arg(y)
                                            .arg(seen.name(), expected.name())));
                }
            }
        }
        QVERIFY(compared > 150);
    }

    SmallPlan m_plan;
    Session m_session;
    TileServer m_server;
    QQmlEngine m_engine;
    QQuickView m_view;
    std::unique_ptr<QQuickItem> m_map;
    BaseMap m_baseMap;
    BaseMapItem* m_item = nullptr;
};

QTEST_MAIN(BaseMapItemTest)
#include "base_map_item_test.moc"
