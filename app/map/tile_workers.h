#pragma once

#include "app/map/tile_desk.h"
#include "app/paint/scene.h"

#include <QImage>
#include <QObject>

#include <memory>
#include <thread>
#include <vector>

namespace tuban {

/// What tiles are made of; all that crosses to the workers.
struct TileSubject {
    std::shared_ptr<const Scene> scene;
    double deviceRatio = 1;
};

/// The tiles that are wanted.
struct TileOrder {
    std::vector<TileKey> tiles; ///< most urgent first
    TileSubject subject;
    std::uint64_t generation = 0; ///< another number for each scene
};

/// Draws tiles on threads of its own, the most urgent first. A new order replaces the one before: what is no
/// longer wanted is dropped, also while it is being drawn. Thread rule: GUI thread; pictures come as a queued
/// signal.
class TileWorkers : public QObject {
    Q_OBJECT

public:
    explicit TileWorkers(QObject* parent = nullptr);
    ~TileWorkers() override;

    void setOrder(TileOrder order);

Q_SIGNALS:
    void painted(const tuban::TileKey& tile, const QImage& image, quint64 generation);

private:
    TileDesk<TileSubject> m_desk;
    std::vector<std::jthread> m_threads;
};

} // namespace tuban
