#include "app/map/tile_workers.h"

#include <algorithm>
#include <utility>

namespace tuban {

namespace {

bool isEmpty(const Scene& scene, const Box& window) {
    const auto shows = [&window](const std::shared_ptr<const DisplayLayer>& table) {
        return table->hasAnyIn(window);
    };
    return std::ranges::none_of(scene.layers, [&](const SceneLayer& layer) {
        return layer.opacity > 0 && std::ranges::any_of(layer.tables, shows);
    });
}

QImage imageOf(const TileDesk<TileSubject>::Job& job) {
    const Canvas canvas{.view = job.tile.view(),
                        .deviceRatio = job.subject.deviceRatio,
                        .isVector = false,
                        .theme = job.subject.scene->theme,
                        .stop = job.stop.get_token()};
    constexpr double reachPx = 16;
    if (!isEmpty(*job.subject.scene, canvas.view.worldBox(reachPx))) {
        return paintedImage(*job.subject.scene, canvas);
    }
    // A tile without features needs one pixel only.
    const Colour paper = paletteOf(job.subject.scene->theme).paper;
    QImage image(1, 1, QImage::Format_ARGB32_Premultiplied);
    image.fill(job.subject.scene->hasPaper ? qRgb(paper.red, paper.green, paper.blue) : qRgba(0, 0, 0, 0));
    return image;
}

} // namespace

TileWorkers::TileWorkers(QObject* parent) : QObject(parent) {
    const unsigned count = std::clamp(std::thread::hardware_concurrency(), 2U, 5U) - 1;
    for (unsigned i = 0; i < std::max(count, 2U); ++i) {
        // The threads end before this object does: the pointer is only used to post to it.
        m_threads.emplace_back([receiver = this](const std::stop_token& stop) {
            while (const auto job = receiver->m_desk.take(stop)) {
                const QImage image = imageOf(*job);
                receiver->m_desk.finish(*job);
                if (!image.isNull()) {
                    QMetaObject::invokeMethod(
                        receiver,
                        [receiver, tile = job->tile, image, generation = job->generation] {
                            Q_EMIT receiver->painted(tile, image, generation);
                        },
                        Qt::QueuedConnection);
                }
            }
        });
    }
}

TileWorkers::~TileWorkers() {
    setOrder({});
    for (std::jthread& thread : m_threads) {
        thread.request_stop();
    }
    m_threads.clear();
}

void TileWorkers::setOrder(TileOrder order) {
    m_desk.setOrder(std::move(order.tiles), std::move(order.subject), order.generation);
}

} // namespace tuban
