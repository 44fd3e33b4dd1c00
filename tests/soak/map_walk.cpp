// A random walk over a plan: pan, zoom, turn, switch layers, select. Prints what frames cost and how memory
// went, as JSON; exits with 1 when a limit was passed or a tile stayed blank.
//   map_walk PLAN SECONDS [MOST_FRAME_CPU_MS]      0: frames are only printed
#include "app/controllers/selection.h"
#include "app/map/picker.h"
#include "app/map/plan_layer_item.h"
#include "app/map/selection_overlay.h"
#include "app/models/layer_list_model.h"
#include "app/session/session.h"
#include "app/session/snapshot_store.h"
#include "tests/soak/walk_checks.h"

#include <QElapsedTimer>
#include <QGeoCoordinate>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>
#include <vector>

using namespace tuban;

namespace {

constexpr auto mapQml = R"(
import QtQuick
import QtLocation
Map { width: 1280; height: 800; plugin: Plugin { name: "itemsoverlay" } maximumZoomLevel: 21 }
)";
constexpr int waitMs = 300'000;

class Walk {
public:
    explicit Walk(const QString& plan) {
        m_layers.setSession(&m_session);
        QSignalSpy opened(&m_session, &Session::opened);
        m_session.openPlan(plan);
        if (!opened.wait(waitMs)) {
            qFatal("%s cannot be opened", qPrintable(plan));
        }
        QQmlComponent component(&m_engine);
        component.setData(mapQml, {});
        m_map.reset(qobject_cast<QQuickItem*>(component.create()));
        m_map->setParentItem(m_view.contentItem());
        m_selection.setSession(&m_session);
        m_item = new PlanLayerItem(m_map.get());
        m_item->setMap(m_map.get());
        m_item->setSession(&m_session);
        m_item->setLayers(&m_layers);
        auto* overlay = new SelectionOverlay(m_map.get());
        overlay->setMap(m_map.get());
        overlay->setSession(&m_session);
        overlay->setSelection(&m_selection);
        m_view.resize(1'280, 800);
        m_view.show();
        if (!QTest::qWaitForWindowExposed(&m_view)) {
            qFatal("no window");
        }
        m_home = m_session.extent().center();
        set("center", QVariant::fromValue(m_home));
        set("zoomLevel", 15.5);
    }

    /// What the last step did.
    [[nodiscard]] const char* doing() const { return m_doing; }

    /// One step and its frame. \return milliseconds of the GUI thread's CPU
    double step() {
        const double before = threadCpuMs();
        move();
        QCoreApplication::processEvents();
        (void)m_view.grabWindow();
        return threadCpuMs() - before;
    }

    [[nodiscard]] bool settle() {
        return QTest::qWaitFor([this] { return m_item->isReady(); }, waitMs);
    }

    /// Blocks of the settled window that show paper where the scene has something.
    [[nodiscard]] int blankBlocks() {
        set("bearing", 0.0);
        if (!settle()) {
            return -1;
        }
        return blankBlocksOf(m_view.grabWindow(), *m_item, *m_map);
    }

private:
    void set(const char* property, const QVariant& value) { m_map->setProperty(property, value); }
    [[nodiscard]] double get(const char* property) const { return m_map->property(property).toDouble(); }

    void move() {
        const int what = std::uniform_int_distribution(0, 99)(m_random);
        std::uniform_real_distribution<double> unit(-1, 1);
        m_doing = what < 60   ? "pan"
                  : what < 90 ? "zoom"
                  : what < 94 ? "turn"
                  : what < 95 ? "layer"
                              : "select";
        if (what < 60) {
            pan(unit(m_random) * 60, unit(m_random) * 60);
        } else if (what < 90) {
            set("zoomLevel", std::clamp(get("zoomLevel") + unit(m_random) * 0.25, 12.0, 18.5));
        } else if (what < 94) {
            set("bearing", std::fmod(get("bearing") + unit(m_random) * 4, 360));
        } else if (what < 95) {
            m_layers.setVisible(std::uniform_int_distribution(0, m_layers.rowCount() - 1)(m_random),
                                std::bernoulli_distribution(0.7)(m_random));
        } else {
            select();
        }
    }

    void pan(double dxPx, double dyPx) {
        const auto centre = m_map->property("center").value<QGeoCoordinate>();
        const double degreesPerPx = 360 / (256 * std::exp2(get("zoomLevel")));
        const QGeoCoordinate next(centre.latitude() + dyPx * degreesPerPx,
                                  centre.longitude() + dxPx * degreesPerPx);
        const bool isOutside = !m_session.extent().contains(next);
        set("center", QVariant::fromValue(isOutside ? m_home : next));
    }

    void select() {
        const auto parcels = m_session.snapshots()->snapshot(QStringLiteral("parcel"));
        if (parcels != nullptr && parcels->size() > 0) {
            const auto index = std::uniform_int_distribution<std::size_t>(0, parcels->size() - 1)(m_random);
            m_selection.select(QStringLiteral("parcel"),
                               {QString::fromStdString(parcels->uid(index))},
                               QStringLiteral("set"));
        }
    }

    const char* m_doing = "";
    std::mt19937 m_random{20'241'124};
    Session m_session;
    LayerListModel m_layers;
    Selection m_selection;
    QQmlEngine m_engine;
    QQuickView m_view;
    std::unique_ptr<QQuickItem> m_map;
    PlanLayerItem* m_item = nullptr;
    QGeoCoordinate m_home;
};

} // namespace

int main(int argc, char** argv) {
    qputenv("QSG_RENDER_LOOP", "basic"); // the GUI thread renders: its CPU is that of the whole frame
    const QGuiApplication application(argc, argv);
    if (argc < 3) {
        std::fputs("map_walk PLAN SECONDS [MOST_FRAME_CPU_MS]\n", stderr);
        return 2;
    }
    const double seconds = std::atof(argv[2]);
    const double mostMs = argc > 3 ? std::atof(argv[3]) : 0;
    Walk walk(QString::fromLocal8Bit(argv[1]));
    bool settled = walk.settle();
    std::vector<double> frames;
    std::vector<double> memoryMb;
    const char* slowest = "";
    int blank = 0;
    QElapsedTimer clock;
    clock.start();
    // The first third warms up: shaders, caches that grow to their bounds.
    for (int frame = 0; static_cast<double>(clock.elapsed()) < seconds * 1'000; ++frame) {
        const double cpuMs = walk.step();
        if (static_cast<double>(clock.elapsed()) > seconds * 333) {
            if (frames.empty() || cpuMs > *std::ranges::max_element(frames)) {
                slowest = walk.doing();
            }
            frames.push_back(cpuMs);
        }
        if (frame % 100 == 99) {
            blank += walk.blankBlocks() == 0 ? 0 : 1;
            if (static_cast<double>(clock.elapsed()) > seconds * 333) {
                memoryMb.push_back(residentMb());
            }
        }
    }
    settled = settled && walk.settle();
    blank += walk.blankBlocks() == 0 ? 0 : 1;
    memoryMb.push_back(residentMb());
    std::ranges::sort(frames);
    if (frames.empty()) {
        frames.push_back(0);
    }
    const auto at = [&frames](double share) {
        return frames[static_cast<std::size_t>(share * static_cast<double>(frames.size() - 1))];
    };
    const double growth = memoryMb.back() / memoryMb.front() - 1;
    std::printf("{\"frames\": %zu, \"cpu_ms\": {\"median\": %.1f, \"p99\": %.1f, \"most\": %.1f, "
                "\"slowest\": \"%s\"}, "
                "\"resident_mb\": {\"warm\": %.0f, \"end\": %.0f, \"growth\": %.3f}, \"blank_views\": %d}\n",
                frames.size(),
                at(0.5),
                at(0.99),
                at(1),
                slowest,
                memoryMb.front(),
                memoryMb.back(),
                growth,
                blank);
    constexpr double mostGrowth = 0.05;
    const bool isSlow = mostMs > 0 && at(1) > mostMs;
    return settled && blank == 0 && growth < mostGrowth && !isSlow ? 0 : 1;
}
