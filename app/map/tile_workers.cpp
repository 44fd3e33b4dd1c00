#include "app/map/tile_workers.h"

#include <QPointer>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace tuban {

namespace {

struct Job {
    TileKey tile;
    std::shared_ptr<const Scene> scene;
    double deviceRatio = 1;
    std::uint64_t generation = 0;
    std::stop_source stop;
};

bool isEmpty(const Scene& scene, const Box& window) {
    const auto shows = [&window](const std::shared_ptr<const DisplayLayer>& table) {
        return table->hasAnyIn(window);
    };
    return std::ranges::none_of(scene.layers, [&](const SceneLayer& layer) {
        return layer.opacity > 0 && std::ranges::any_of(layer.tables, shows);
    });
}

QImage imageOf(const Job& job) {
    const Canvas canvas{.view = job.tile.view(),
                        .deviceRatio = job.deviceRatio,
                        .isVector = false,
                        .theme = job.scene->theme,
                        .stop = job.stop.get_token()};
    constexpr double reachPx = 16;
    if (!isEmpty(*job.scene, canvas.view.worldBox(reachPx))) {
        return paintedImage(*job.scene, canvas);
    }
    // A tile without features needs one pixel only.
    const Colour paper = paletteOf(job.scene->theme).paper;
    QImage image(1, 1, QImage::Format_ARGB32_Premultiplied);
    image.fill(job.scene->hasPaper ? qRgb(paper.red, paper.green, paper.blue) : qRgba(0, 0, 0, 0));
    return image;
}

} // namespace

/// What GUI and workers share, under its mutex.
struct TileWorkers::Desk {
    std::mutex mutex;
    std::condition_variable_any wake;
    TileOrder order;
    std::size_t next = 0; // into order.tiles
    std::vector<Job> running;

    std::optional<Job> take(const std::stop_token& stop) {
        std::unique_lock lock(mutex);
        if (!wake.wait(lock, stop, [this] { return next < order.tiles.size(); })) {
            return std::nullopt;
        }
        Job job{order.tiles[next++], order.scene, order.deviceRatio, order.generation, {}};
        running.push_back(job);
        return job;
    }
    void finish(const Job& job) {
        const std::scoped_lock lock(mutex);
        std::erase_if(running, [&job](const Job& other) { return other.stop == job.stop; });
    }
};

TileWorkers::TileWorkers(QObject* parent) : QObject(parent), m_desk(std::make_shared<Desk>()) {
    const unsigned count = std::clamp(std::thread::hardware_concurrency(), 2U, 5U) - 1;
    for (unsigned i = 0; i < std::max(count, 2U); ++i) {
        // The threads end before this object does: the pointer is only used to post to it.
        m_threads.emplace_back([desk = m_desk, receiver = this](const std::stop_token& stop) {
            while (const auto job = desk->take(stop)) {
                const QImage image = imageOf(*job);
                desk->finish(*job);
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
    const std::scoped_lock lock(m_desk->mutex);
    for (Job& job : m_desk->running) {
        const bool isWanted =
            job.generation == order.generation && std::ranges::contains(order.tiles, job.tile);
        if (!isWanted) {
            job.stop.request_stop();
        }
        std::erase_if(order.tiles, [&](const TileKey& tile) { return isWanted && tile == job.tile; });
    }
    m_desk->order = std::move(order);
    m_desk->next = 0;
    m_desk->wake.notify_all();
}

} // namespace tuban
