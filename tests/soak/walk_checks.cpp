#include "tests/soak/walk_checks.h"

#include "app/map/map_camera.h"
#include "app/paint/scene.h"

#include <QFile>

#include <malloc.h>

#include <algorithm>
#include <ctime>

namespace tuban {

namespace {

constexpr int side = 64;

/// Largest range of a channel in a block.
int contrastOf(const QImage& image, int left, int top, int size) {
    int low[3] = {255, 255, 255};
    int high[3] = {0, 0, 0};
    for (int y = top; y < top + size; y += 2) {
        for (int x = left; x < left + size; x += 2) {
            const QRgb pixel = image.pixel(x, y);
            const int channels[3] = {qRed(pixel), qGreen(pixel), qBlue(pixel)};
            for (int i = 0; i < 3; ++i) {
                low[i] = std::min(low[i], channels[i]);
                high[i] = std::max(high[i], channels[i]);
            }
        }
    }
    return std::max({high[0] - low[0], high[1] - low[1], high[2] - low[2]});
}

} // namespace

double threadCpuMs() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1'000.0 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

double residentMb() {
    malloc_trim(0);
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toDouble() / 1'024;
}

int blankBlocksOf(const QImage& window, const PlanLayerItem& item, const QQuickItem& map) {
    const View view = View::ofCamera(cameraOf(map));
    const View northUp =
        View::northUp(view.worldFromScreen({0, 0}), view.pixelsPerWorld(), view.widthPx(), view.heightPx());
    const Scene& scene = *item.scene();
    const QImage painted = paintedImage(
        scene, {.view = northUp, .deviceRatio = 1, .isVector = false, .theme = scene.theme, .stop = {}});
    constexpr int edge = 8; // what only just reaches into a block may lie a pixel beside it
    int blank = 0;
    for (int y = 0; y + side <= painted.height(); y += side) {
        for (int x = 0; x + side <= painted.width(); x += side) {
            blank += contrastOf(window, x, y, side) < 3 &&
                             contrastOf(painted, x + edge, y + edge, side - 2 * edge) > 24
                         ? 1
                         : 0;
        }
    }
    return blank;
}

} // namespace tuban
