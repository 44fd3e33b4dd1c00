// The plan on a Map of Qt Location, as the window has it: pixels of a real window.
#include "app/controllers/selection.h"
#include "app/map/plan_layer_item.h"
#include "app/map/selection_overlay.h"
#include "app/models/layer_list_model.h"
#include "app/session/session.h"
#include "app/session/snapshot_store.h"
#include "geo/demo/demo.h"

#include <QDir>
#include <QGeoCoordinate>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tuban;

namespace {

constexpr auto mapQml = R"(
import QtQuick
import QtLocation
Map {
    width: 1000; height: 700
    plugin: Plugin { name: "itemsoverlay" }
    maximumZoomLevel: 21
}
)";
constexpr int waitMs = 60'000;

bool isNear(QRgb a, Colour b) {
    return std::abs(qRed(a) - b.red) <= 2 && std::abs(qGreen(a) - b.green) <= 2 &&
           std::abs(qBlue(a) - b.blue) <= 2;
}

/// Pixels in one of the colours that fill the parcels of a scene.
int parcelPixels(const QImage& image, const Scene& styled) {
    std::vector<Colour> fills;
    for (const SceneLayer& layer : styled.layers) {
        const DisplayLayer& table = *layer.tables.back();
        if (table.style.layer == "parcel") {
            for (const std::uint16_t used : table.classes) {
                fills.push_back(table.style.classes[used].fill);
            }
        }
    }
    int count = 0;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2) {
            count += std::ranges::any_of(fills, [&](Colour fill) { return isNear(image.pixel(x, y), fill); })
                         ? 1
                         : 0;
        }
    }
    return count;
}

int pixelsNear(const QImage& image, Colour colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += isNear(image.pixel(x, y), colour) ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class PlanLayerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        const QString path = m_folder.filePath(QStringLiteral("demo.sqlite"));
        QVERIFY(makeDemo(path.toStdString(), {.parcels = 400}).has_value());
        m_layers.setSession(&m_session);
        QSignalSpy opened(&m_session, &Session::opened);
        m_session.openPlan(path);
        QVERIFY(opened.wait(waitMs));

        QQmlComponent component(&m_engine);
        component.setData(mapQml, {});
        m_map.reset(qobject_cast<QQuickItem*>(component.create()));
        QVERIFY2(m_map, qPrintable(component.errorString()));
        m_map->setParentItem(m_view.contentItem());
        m_item = new PlanLayerItem(m_map.get());
        m_item->setMap(m_map.get());
        m_item->setSession(&m_session);
        m_item->setLayers(&m_layers);
        m_selection.setSession(&m_session);
        m_overlay = new SelectionOverlay(m_map.get());
        m_overlay->setMap(m_map.get());
        m_overlay->setTiles(m_item);
        m_overlay->setSession(&m_session);
        m_overlay->setSelection(&m_selection);
        m_overlay->setMarksVisible(false); // pins have the colour of the selection
        for (const char* below : {"plan_block", "survey_patch"}) {
            m_layers.setVisible(rowOf(QLatin1String(below)), false); // they have the colours of parcels
        }
        m_view.resize(1'000, 700);
        m_view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_view));
        lookAt(m_session.extent().center(), 15.2);
        QVERIFY(
            QTest::qWaitFor([&] { return m_item->isReady() && !m_item->scene()->layers.empty(); }, waitMs));
    }

    void parcelsAreDrawnInTheColoursOfTheirUse() {
        const QImage image = grab("plan_layer.png");
        QVERIFY(parcelPixels(image, *m_item->scene()) > 15'000);
    }

    void aLayerThatIsSwitchedOffDisappears() {
        const auto shown = m_item->scene();
        const int before = parcelPixels(grab(), *shown);
        const int row = rowOf(QStringLiteral("parcel"));
        QVERIFY(row >= 0);
        m_layers.setVisible(row, false);
        QVERIFY(!m_item->isReady()); // its tiles are those of before
        QVERIFY(QTest::qWaitFor(
            [&] { return m_item->isReady() && parcelPixels(grab(), *shown) < before / 2; }, waitMs));
        m_layers.setVisible(row, true); // names may cover a part by now
        QVERIFY(QTest::qWaitFor(
            [&] { return m_item->isReady() && parcelPixels(grab(), *shown) > before * 3 / 4; }, waitMs));
    }

    void theMapIsDrawnWhileItTurns() {
        m_map->setProperty("bearing", 30.0);
        QVERIFY(QTest::qWaitFor([&] { return m_item->isReady(); }, waitMs));
        QVERIFY(parcelPixels(grab("plan_layer_turned.png"), *m_item->scene()) > 8'000);
        m_map->setProperty("bearing", 0.0);
        QVERIFY(QTest::qWaitFor([&] { return m_item->isReady(); }, waitMs));
    }

    void anEditDrawsOnlyTheTilesItTouches() {
        QVERIFY(QTest::qWaitFor([&] { return m_item->isReady(); }, waitMs));
        const auto before = m_session.snapshots()->snapshot(QStringLiteral("parcel"));
        auto edited = std::make_shared<LayerSnapshot>(*before);
        auto page = std::make_shared<FeaturePage>(*edited->pages.front());
        const auto column = static_cast<std::size_t>(edited->columnIndex("lu_code"));
        CellRun codes;
        codes.append(page->cells[column].text(0) == "1301" ? "0901" : "1301");
        for (std::size_t slot = 1; slot < page->size(); ++slot) {
            codes.append(page->cells[column][slot]);
        }
        page->cells[column] = codes;
        edited->pages.front() = page;
        int most = 0;
        const auto watch = connect(m_item, &PlanLayerItem::tilesPendingChanged, this, [&] {
            most = std::max(most, m_item->tilesPending());
        });
        QSignalSpy changed(m_item, &PlanLayerItem::sceneChanged);
        m_session.snapshots()->put(edited);
        QVERIFY(QTest::qWaitFor([&] { return changed.count() > 0 && m_item->isReady(); }, waitMs));
        disconnect(watch);
        QVERIFY2(most <= 4, qPrintable(QString::number(most))); // a parcel lies in at most four tiles
        m_session.snapshots()->put(before);
        QVERIFY(QTest::qWaitFor([&] { return changed.count() > 1 && m_item->isReady(); }, waitMs));
    }

    void theSelectionIsOutlined() {
        const Colour accent = paletteOf(Theme::Light).accent;
        const int before = pixelsNear(grab(), accent);
        const auto parcels = m_session.snapshots()->snapshot(QStringLiteral("parcel"));
        const std::string uid = parcels->uid(parcels->size() / 2);
        lookAt(m_session.featureExtent(QStringLiteral("parcel"), QString::fromStdString(uid)).center(), 17);
        m_selection.select(QStringLiteral("parcel"), {QString::fromStdString(uid)}, QStringLiteral("set"));
        QVERIFY(QTest::qWaitFor([&] { return pixelsNear(grab(), accent) > before + 200; }, waitMs));
        QVERIFY(QTest::qWaitFor([&] { return m_item->isReady(); }, waitMs));
        grab("plan_layer_selected.png");
        m_selection.clear();
    }

    void darkPaperIsDark() {
        m_item->setDark(true);
        m_overlay->setDark(true);
        lookAt(m_session.extent().center(), 14.5);
        QVERIFY(QTest::qWaitFor(
            [&] { return m_item->isReady() && pixelsNear(grab(), paletteOf(Theme::Dark).paper) > 10'000; },
            waitMs));
        grab("plan_layer_dark.png");
    }

private:
    void lookAt(const QGeoCoordinate& centre, double zoom) {
        m_map->setProperty("zoomLevel", zoom);
        m_map->setProperty("center", QVariant::fromValue(centre));
    }
    QImage grab(const char* name = nullptr) {
        const QImage image = m_view.grabWindow();
        if (name != nullptr) {
            image.save(QStringLiteral(TUBAN_SCREENSHOTS "/") + QLatin1String(name));
        }
        return image;
    }
    int rowOf(const QString& layer) {
        for (int row = 0; row < m_layers.rowCount(); ++row) {
            if (m_layers.data(m_layers.index(row), LayerListModel::NameRole).toString() == layer) {
                return row;
            }
        }
        return -1;
    }

    QTemporaryDir m_folder;
    Session m_session;
    LayerListModel m_layers;
    Selection m_selection;
    QQmlEngine m_engine;
    QQuickView m_view;
    std::unique_ptr<QQuickItem> m_map;
    PlanLayerItem* m_item = nullptr;
    SelectionOverlay* m_overlay = nullptr;
};

QTEST_MAIN(PlanLayerTest)
#include "plan_layer_test.moc"
