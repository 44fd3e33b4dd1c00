// How long the tiles of a view take: one thread, features in memory, medians of five runs, as JSON.
//   map_bench [PARCELS]      50,000 by default
#include "app/paint/scene.h"
#include "tests/geo/paint/snapshots.h"

#include <QGuiApplication>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>

using namespace tuban;

namespace {

constexpr double tilePx = 512;

struct Cost {
    double wallMs = 0;
    double cpuMs = 0;
};

Cost costOf(const std::function<void()>& work) {
    constexpr std::size_t runs = 5;
    std::vector<double> wallMs;
    std::vector<double> cpuMs;
    for (std::size_t run = 0; run < runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t startCpu = std::clock();
        work();
        cpuMs.push_back(1'000.0 * static_cast<double>(std::clock() - startCpu) / CLOCKS_PER_SEC);
        wallMs.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(wallMs);
    std::ranges::sort(cpuMs);
    return {wallMs[runs / 2], cpuMs[runs / 2]};
}

/// Parcels of ten corners in rows, 34 × 28 m with streets between the blocks of eight.
std::shared_ptr<const LayerSnapshot> parcels(int count) {
    std::vector<MadeFeature> features;
    const int columns = static_cast<int>(std::ceil(std::sqrt(count)));
    for (int i = 0; i < count; ++i) {
        const double x = 440'000 + 34.0 * (i % columns) + 14.0 * (i % columns / 8);
        const double y = 3'840'000 + 28.0 * (i / columns) + 14.0 * (i / columns / 5);
        features.push_back({"p" + std::to_string(i),
                            makePolygon({{{x, y},
                                          {x + 11, y + 1},
                                          {x + 22, y - 1},
                                          {x + 34, y},
                                          {x + 33, y + 14},
                                          {x + 34, y + 28},
                                          {x + 20, y + 27},
                                          {x + 9, y + 28},
                                          {x, y + 28},
                                          {x + 1, y + 12}}}),
                            {}});
    }
    return madeSnapshot(ShapeKind::Area, {}, features);
}

/// Draws the 3 × 2 tiles that cover a view `share` as wide as the plan.
void paintView(const Scene& scene, double share) {
    const Box extent = scene.layers.front().tables.front()->bounds();
    const double side = extent.width() * share / 3;
    const Point centre = extent.centre();
    for (int row = -1; row < 1; ++row) {
        for (int column = 0; column < 3; ++column) {
            const Point topLeft{centre.x + (column - 1.5) * side, centre.y + row * side};
            const Canvas canvas{.view = View::northUp(topLeft, tilePx / side, tilePx, tilePx),
                                .deviceRatio = 1,
                                .isVector = false,
                                .theme = Theme::Light,
                                .stop = {}};
            if (paintedImage(scene, canvas).isNull()) {
                std::abort();
            }
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const int count = argc > 1 ? std::max(1, std::atoi(argv[1])) : 50'000;
    LayerStyle style = plainStyle(ShapeKind::Area);
    style.classes[0] = {.key = {}, .label = {}, .fill = {240, 220, 160}, .stroke = {160, 140, 90}};
    const auto snapshot = parcels(count);
    Scene scene;
    scene.layers.push_back({.tables = {displayed(snapshot, style)}, .opacity = 1});

    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    const auto add = [&rows](const char* job, const Cost& cost) {
        rows.push_back({{"job", job}, {"ours", {{"cpu_ms", cost.cpuMs}, {"wall_ms", cost.wallMs}}}});
    };
    add("project", costOf([&] { (void)displayed(snapshot, style); }));
    add("redraw_all", costOf([&] { paintView(scene, 1); }));
    add("redraw_tenth", costOf([&] { paintView(scene, std::sqrt(0.1)); }));
    add("redraw_street", costOf([&] { paintView(scene, 0.06); }));
    const nlohmann::ordered_json document{{"bench", "map"}, {"parcels", count}, {"tiles", 6}, {"rows", rows}};
    std::puts(document.dump().c_str());
    return 0;
}
