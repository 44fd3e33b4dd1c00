// The layers of the plan and a MapPolygon of Qt Location show the same ground in every frame of a moving map.
#include "app/map/plan_layer_item.h"
#include "app/models/layer_list_model.h"
#include "geo/crs/transform.h"
#include "tests/app/app_fixture.h"

#include <QGeoCoordinate>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace tuban;

namespace {

constexpr int waitMs = 60'000;
constexpr auto mapQml = R"(
import QtQuick
import QtLocation
Map {
    id: map
    property var ground: []
    // A camera that is set one frame late, for the control.
    property Item late: Item {
        width: 800; height: 600
        property var center
        property real zoomLevel
        property real bearing
        property real tilt
        property real fieldOfView
    }
    width: 800; height: 600
    plugin: Plugin { name: "itemsoverlay" }
    maximumZoomLevel: 21
    MapPolygon { path: map.ground; color: "#0000ff"; border.width: 0; z: 10 }
}
)";
constexpr const char* camera[] = {"center", "zoomLevel", "bearing", "tilt", "fieldOfView"};

bool isNear(QRgb pixel, Colour colour) {
    constexpr int most = 12;
    return std::abs(qRed(pixel) - colour.red) <= most && std::abs(qGreen(pixel) - colour.green) <= most &&
           std::abs(qBlue(pixel) - colour.blue) <= most;
}

} // namespace

class CameraProof : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QSignalSpy opened(&m_session, &Session::opened);
        m_layers.setSession(&m_session);
        m_session.openPlan(m_plan.path());
        QVERIFY(opened.wait(waitMs));
        for (int row = 0; row < m_layers.rowCount(); ++row) {
            const QString name = m_layers.data(m_layers.index(row), LayerListModel::NameRole).toString();
            m_layers.setVisible(row, name == QStringLiteral("parcel"));
        }
        QQmlComponent component(&m_engine);
        component.setData(mapQml, {});
        m_map.reset(qobject_cast<QQuickItem*>(component.create()));
        QVERIFY2(m_map, qPrintable(component.errorString()));
        m_map->setParentItem(m_view.contentItem());
        m_map->setProperty("ground", cornersOfTheParcels());
        m_view.resize(800, 600);
        m_view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_view));
    }

    void theLayerIsNeverBesideThePolygon_data() {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("bearing");
        QTest::addColumn<double>("tilt");
        QTest::addColumn<double>("panPx");
        QTest::newRow("pan") << 0.0 << 0.0 << 0.0 << 7.0;
        QTest::newRow("zoom") << -0.04 << 0.0 << 0.0 << 0.0;
        QTest::newRow("turn") << 0.0 << 2.5 << 0.0 << 0.0;
        QTest::newRow("tilt") << 0.0 << 0.0 << 1.8 << 0.0;
        QTest::newRow("all") << 0.015 << 1.5 << 1.5 << 5.0;
    }

    void theLayerIsNeverBesideThePolygon() {
        PlanLayerItem item(m_map.get());
        showWith(item, m_map.get());
        const int most = worstOfWalk(item, [] {});
        const double half = outlinePx() / 2;
        qInfo("%s: at most %d pixels uncovered; half of the outline is %.0f",
              QTest::currentDataTag(),
              most,
              half);
        QVERIFY2(most >= 0, "the polygon is not there");
        QVERIFY(most <= half);
    }

    void aLayerThatIsOneFrameLateIsSeen_data() { theLayerIsNeverBesideThePolygon_data(); }

    void aLayerThatIsOneFrameLateIsSeen() {
        auto* late = m_map->property("late").value<QQuickItem*>();
        setLate(*late);
        PlanLayerItem item(m_map.get());
        showWith(item, late);
        const int most = worstOfWalk(item, [&] { setLate(*late); });
        qInfo("%s, late: %d pixels uncovered", QTest::currentDataTag(), most);
        QVERIFY(most > outlinePx() / 2);
    }

private:
    /// Of the three squares of 100 m side by side in the plan.
    static QVariantList cornersOfTheParcels() {
        const auto toGeo =
            Transform::between(crsFromText("EPSG:4547").value(), crsFromText("EPSG:4490").value()).value();
        std::vector<Point> ring{
            {458'000, 3'853'000}, {458'300, 3'853'000}, {458'300, 3'853'100}, {458'000, 3'853'100}};
        (void)toGeo.apply(ring);
        QVariantList path;
        for (const Point p : ring) {
            path.append(QVariant::fromValue(QGeoCoordinate(p.y, p.x)));
        }
        return path;
    }

    void setLate(QQuickItem& late) const {
        for (const char* property : camera) {
            late.setProperty(property, m_map->property(property));
        }
    }

    void showWith(PlanLayerItem& item, QQuickItem* map) {
        m_map->setProperty("zoomLevel", 17.6);
        m_map->setProperty("bearing", 0.0);
        m_map->setProperty("tilt", 0.0);
        m_map->setProperty("center", QVariant::fromValue(m_session.extent().center()));
        if (map != m_map.get()) {
            setLate(*map);
        }
        item.setMap(map);
        item.setSession(&m_session);
        item.setLayers(&m_layers);
        QVERIFY(QTest::qWaitFor([&] { return item.isReady() && !item.scene()->layers.empty(); }, waitMs));
    }

    /// The most pixels in a colour of the parcels that a frame shows beside the polygon.
    int worstOfWalk(const PlanLayerItem& item, const std::function<void()>& beforeEachFrame) {
        QFETCH(double, zoom);
        QFETCH(double, bearing);
        QFETCH(double, tilt);
        QFETCH(double, panPx);
        constexpr int frames = 24;
        int worst = 0;
        for (int frame = 0; frame < frames; ++frame) {
            beforeEachFrame();
            m_map->setProperty("zoomLevel", m_map->property("zoomLevel").toDouble() + zoom);
            m_map->setProperty("bearing", m_map->property("bearing").toDouble() + bearing);
            m_map->setProperty("tilt", m_map->property("tilt").toDouble() + tilt);
            const auto centre = m_map->property("center").value<QGeoCoordinate>();
            const double degreesPerPx = 360 / (256 * std::exp2(m_map->property("zoomLevel").toDouble()));
            m_map->setProperty(
                "center",
                QVariant::fromValue(QGeoCoordinate(centre.latitude() + panPx / 2 * degreesPerPx,
                                                   centre.longitude() + panPx * degreesPerPx)));
            const QImage image = m_view.grabWindow();
            if (pixelsOf(image, {0, 0, 255}) < 8'000) {
                return -1; // no polygon: nothing would be proved
            }
            int uncovered = 0;
            const DisplayLayer& parcels = *item.scene()->layers.front().tables.back();
            for (const Colour& fill : fillsOf(parcels)) {
                uncovered += pixelsOf(image, fill);
            }
            worst = std::max(worst, uncovered);
        }
        return worst;
    }

    static std::vector<Colour> fillsOf(const DisplayLayer& layer) {
        std::vector<Colour> fills;
        for (const std::uint16_t used : layer.classes) {
            const Colour fill = layer.style.classes[used].fill;
            if (!std::ranges::contains(fills, fill)) {
                fills.push_back(fill);
            }
        }
        return fills;
    }

    static int pixelsOf(const QImage& image, Colour colour) {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                count += isNear(image.pixel(x, y), colour) ? 1 : 0;
            }
        }
        return count;
    }

    [[nodiscard]] double outlinePx() const {
        constexpr double outlineM = 800;
        const double metresPerPx = 156'543.03 * std::cos(34.8 * 3.14159265 / 180) / std::exp2(17.6);
        return outlineM / metresPerPx;
    }

    test::SmallPlan m_plan;
    Session m_session;
    LayerListModel m_layers;
    QQmlEngine m_engine;
    QQuickView m_view;
    std::unique_ptr<QQuickItem> m_map;
};

QTEST_MAIN(CameraProof)
#include "camera_proof_test.moc"
