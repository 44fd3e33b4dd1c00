// One round of what the map of a plan costs, as JSON: figures in milliseconds, the views drawn (EPSG:3857) and the
// classes of the parcels, so that another program can be asked to draw the same. Opens a real window.
//   map_bench PLAN
#include "app/controllers/selection.h"
#include "app/map/plan_layer_item.h"
#include "app/models/edit_act.h"
#include "app/models/layer_list_model.h"
#include "app/paint/scene.h"
#include "app/session/session.h"
#include "app/session/snapshot_store.h"

#include <QEventLoop>
#include <QGeoCoordinate>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>
#include <QTimer>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <random>
#include <string>

using namespace tuban;
using Json = nlohmann::ordered_json;

namespace {

constexpr int widthPx = 1'280;
constexpr int heightPx = 800;
constexpr double worldM = 40'075'016.685578488;
constexpr auto mapQml = R"(
import QtQuick
import QtLocation
Map { width: 1280; height: 800; plugin: Plugin { name: "itemsoverlay" } maximumZoomLevel: 21 }
)";

/// Wall and process time (all threads) since it was made.
class Watch {
public:
    [[nodiscard]] double wallMs() const {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_wall).count();
    }
    [[nodiscard]] double cpuMs() const {
        return 1'000.0 * static_cast<double>(std::clock() - m_cpu) / CLOCKS_PER_SEC;
    }
    [[nodiscard]] Json figures(double parts = 1) const {
        return {{"cpu_ms", cpuMs() / parts}, {"wall_ms", wallMs() / parts}};
    }

private:
    std::chrono::steady_clock::time_point m_wall = std::chrono::steady_clock::now();
    std::clock_t m_cpu = std::clock();
};

double threadMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// Megabytes by a line of /proc/self/status.
double memoryMb(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        double kilobytes = 0;
        if (word == name && status >> kilobytes) {
            return kilobytes / 1'024;
        }
    }
    return 0;
}

struct ViewToDraw {
    const char* job;
    Box world;
};

class Bench {
public:
    explicit Bench(const QString& plan) : m_plan(plan) {
        QQmlComponent component(&m_engine);
        component.setData(mapQml, {});
        m_map.reset(qobject_cast<QQuickItem*>(component.create()));
        m_map->setParentItem(m_view.contentItem());
        m_layers.setSession(&m_session);
        m_selection.setSession(&m_session);
        m_item = new PlanLayerItem(m_map.get());
        m_item->setMap(m_map.get());
        m_item->setSession(&m_session);
        m_item->setLayers(&m_layers);
        m_view.resize(widthPx, heightPx);
        m_view.show();
        frame();
    }

    Json run() {
        Json rows = Json::array();
        rows.push_back({{"job", "open_to_picture"}, {"ours", open()}});
        const auto parcels = parcelsOf(*m_item->scene());
        if (parcels == nullptr) {
            return {{"error", "the plan has no parcels in view"}};
        }
        const std::vector<ViewToDraw> views = viewsOf(*parcels);
        Json shown = Json::object();
        Scene scene{.layers = {}, .theme = Theme::Light};
        scene.layers.push_back({.tables = {parcels}, .opacity = 1});
        for (const ViewToDraw& view : views) {
            rows.push_back({{"job", view.job}, {"ours", redraw(scene, view.world)}});
            shown[view.job] = {(view.world.minX - 0.5) * worldM,
                               (0.5 - view.world.maxY) * worldM,
                               (view.world.maxX - 0.5) * worldM,
                               (0.5 - view.world.minY) * worldM};
        }
        for (const ViewToDraw& view : views) {
            lookAt(view.world);
            rows.push_back({{"job", std::string("pan_frame") + (view.job + 6)}, {"ours", pan()}});
        }
        rows.push_back({{"job", "pick"}, {"ours", pick(*parcels->snapshot)}});
        rows.push_back({{"job", "edit_to_tile"}, {"ours", edit(*parcels)}});
        rows.push_back({{"job", "memory"}, {"ours", {{"rss_mb", memoryMb("VmRSS:")}, {"peak_mb", memoryMb("VmHWM:")}}}});
        return {{"parcels", parcels->size()}, {"rows", rows}, {"views", shown}, {"classes", classesOf(*parcels)}};
    }

private:
    template <class Holds>
    void waitUntil(Holds holds) {
        QTimer tick; // what is waited for may come without an event
        tick.start(10);
        while (!holds()) {
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        }
    }
    void frame() {
        bool swapped = false;
        const auto done =
            QObject::connect(&m_view, &QQuickWindow::frameSwapped, &m_view, [&swapped] { swapped = true; });
        m_view.update();
        waitUntil([&swapped] { return swapped; });
        QObject::disconnect(done);
    }
    static std::shared_ptr<const DisplayLayer> parcelsOf(const Scene& scene) {
        for (const SceneLayer& layer : scene.layers) {
            if (layer.tables.back()->style.layer == "parcel") {
                return layer.tables.back();
            }
        }
        return nullptr;
    }

    /// From the wish to open to the picture of all features; parcels_ms: to that of the parcels.
    Json open() {
        const Watch watch;
        bool isOpen = false;
        const auto opened = QObject::connect(&m_session, &Session::opened, m_item, [&isOpen] { isOpen = true; });
        bool isPlaced = false;
        const auto revised = QObject::connect(&m_session, &Session::revisionChanged, m_item, [&] {
            if (!isPlaced && m_session.snapshots()->snapshot(QStringLiteral("parcel")) != nullptr) {
                isPlaced = true;
                const QGeoRectangle extent = m_session.layerExtent(QStringLiteral("parcel"));
                const Point low = worldFromGeo({extent.bottomLeft().longitude(), extent.bottomLeft().latitude()});
                const Point high = worldFromGeo({extent.topRight().longitude(), extent.topRight().latitude()});
                lookTo(fitted({low.x, high.y, high.x, low.y}));
            }
        });
        m_session.openPlan(m_plan);
        waitUntil([&] { return parcelsOf(*m_item->scene()) != nullptr && m_item->tilesPending() == 0 && isPlaced; });
        const double parcelsMs = watch.wallMs();
        waitUntil([&] { return isOpen && m_item->isReady(); });
        frame();
        Json figures = watch.figures();
        figures["parcels_ms"] = parcelsMs;
        QObject::disconnect(opened);
        QObject::disconnect(revised);
        figures["peak_mb"] = memoryMb("VmHWM:");
        return figures;
    }

    /// A box of the picture's shape around another.
    static Box fitted(const Box& box) {
        const double width = std::max(box.width(), box.height() * widthPx / heightPx);
        return around(box.centre(), width);
    }
    static Box around(Point centre, double width) {
        const double height = width * heightPx / widthPx;
        return {centre.x - width / 2, centre.y - height / 2, centre.x + width / 2, centre.y + height / 2};
    }
    static std::vector<ViewToDraw> viewsOf(const DisplayLayer& parcels) {
        const Box all = fitted(parcels.bounds());
        const Point centre = all.centre();
        constexpr double streetM = 900;
        const double latitude = geoFromWorld(centre).y * std::acos(-1.0) / 180;
        return {{"redraw_all", all},
                {"redraw_tenth", around(centre, all.width() * std::sqrt(0.1))},
                {"redraw_street", around(centre, streetM / worldM / std::cos(latitude))}};
    }
    static Json redraw(const Scene& scene, const Box& world) {
        const Canvas canvas{.view = View::northUp({world.minX, world.minY}, widthPx / world.width(), widthPx, heightPx),
                            .deviceRatio = 1,
                            .isVector = false,
                            .theme = Theme::Light,
                            .stop = {}};
        // One thread draws: its own time, so that what else the program still does after opening does not count.
        std::vector<std::pair<double, double>> runs;
        for (int run = 0; run < 5; ++run) {
            const Watch watch;
            const double before = threadMs();
            const QImage image = paintedImage(scene, canvas);
            runs.emplace_back(threadMs() - before, watch.wallMs());
        }
        std::ranges::sort(runs);
        return {{"cpu_ms", runs[2].first}, {"wall_ms", runs[2].second}};
    }

    void lookTo(const Box& world) {
        const Point centre = geoFromWorld(world.centre());
        m_map->setProperty("zoomLevel", std::log2(widthPx / world.width() / 256));
        m_map->setProperty("center", QVariant::fromValue(QGeoCoordinate(centre.y, centre.x)));
    }
    void lookAt(const Box& world) {
        lookTo(world);
        frame();
        QEventLoop rest; // tiles follow a camera at rest
        QTimer::singleShot(150, &rest, &QEventLoop::quit);
        rest.exec();
        waitUntil([this] { return m_item->isReady(); });
    }

    /// Frames of a pan to and fro within the tiles that are there.
    Json pan() {
        constexpr int steps = 24;
        const auto centre = m_map->property("center").value<QGeoCoordinate>();
        const Point world = worldFromGeo({centre.longitude(), centre.latitude()});
        const double scale = 256 * std::exp2(m_map->property("zoomLevel").toDouble());
        const auto pass = [&] {
            for (int i = 0; i < 2 * steps; ++i) {
                const int at = i < steps ? i : 2 * steps - i;
                const Point there = geoFromWorld({world.x + 7 * at / scale, world.y + 3 * at / scale});
                m_map->setProperty("center", QVariant::fromValue(QGeoCoordinate(there.y, there.x)));
                frame();
            }
        };
        pass();
        waitUntil([this] { return m_item->isReady(); });
        const Watch watch;
        pass();
        return watch.figures(2 * steps);
    }

    /// Clicks all over the plan, to the feature that is selected.
    Json pick(const LayerSnapshot& parcels) {
        constexpr std::size_t clicks = 2'000;
        std::mt19937 random(1);
        const Box box = parcels.bounds();
        std::uniform_real_distribution<double> x(box.minX, box.maxX);
        std::uniform_real_distribution<double> y(box.minY, box.maxY);
        std::vector<double> wall;
        const Watch all;
        for (std::size_t i = 0; i < clicks; ++i) {
            const auto geo = m_session.geoFromPlan({x(random), y(random)});
            const Watch watch;
            (void)m_selection.pick(geo->x, geo->y, 3);
            wall.push_back(watch.wallMs());
        }
        const double cpu = all.cpuMs() / static_cast<double>(clicks);
        std::ranges::sort(wall);
        return {{"cpu_ms", cpu}, {"wall_ms", wall[clicks / 2]}, {"p99_ms", wall[clicks * 99 / 100]}};
    }

    /// From the wish to give one parcel another use to the tile that shows it.
    Json edit(const DisplayLayer& parcels) {
        const auto centre = m_map->property("center").value<QGeoCoordinate>();
        const Point world = worldFromGeo({centre.longitude(), centre.latitude()});
        const auto near = parcels.query(Box{world.x, world.y, world.x, world.y}.grown(2e-6));
        const std::size_t index = near.empty() ? 0 : near.front();
        FeatureEdit change{.columns = {"lu_code"}};
        const int column = parcels.snapshot->columnIndex("lu_code");
        change.uid = parcels.snapshot->uid(index);
        change.values = {toText(parcels.snapshot->cell(column, index)) == "0701" ? "0901" : "0701"};
        bool isNew = false;
        const auto watchScene =
            QObject::connect(m_item, &PlanLayerItem::sceneChanged, m_item, [&isNew] { isNew = true; });
        const Watch watch;
        m_session.act(m_item, editAct("parcel", change, "parcel", "bench"), [](const Result<ActOutcome>&) {});
        waitUntil([&] { return isNew && m_item->isReady(); });
        frame();
        Json figures = watch.figures();
        QObject::disconnect(watchScene);
        return figures;
    }

    static Json classesOf(const DisplayLayer& parcels) {
        Json classes = Json::array();
        const auto hex = [](Colour colour) {
            return QColor(colour.red, colour.green, colour.blue).name().toStdString();
        };
        for (const PaintClass& look : parcels.style.classes) {
            classes.push_back({{"code", look.key.substr(look.key.find(':') + 1)},
                               {"fill", hex(look.fill)},
                               {"stroke", hex(look.stroke)},
                               {"width_px", look.strokeWidthPx}});
        }
        return classes;
    }

    QString m_plan;
    Session m_session;
    LayerListModel m_layers;
    Selection m_selection;
    QQmlEngine m_engine;
    QQuickView m_view;
    std::unique_ptr<QQuickItem> m_map;
    PlanLayerItem* m_item = nullptr;
};

} // namespace

int main(int argc, char** argv) {
    qputenv("QSG_RENDER_LOOP", "basic");
    const QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("tuban-bench"));
    if (argc != 2) {
        std::fputs("map_bench PLAN\n", stderr);
        return 2;
    }
    Bench bench(QString::fromLocal8Bit(argv[1]));
    std::puts(bench.run().dump().c_str());
    return 0;
}
