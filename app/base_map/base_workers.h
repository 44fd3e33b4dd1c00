#pragma once

#include "app/base_map/base_source.h"
#include "app/base_map/tile_fetcher.h"
#include "app/map/tile_desk.h"

#include <QColor>
#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <thread>
#include <vector>

namespace tuban {

/// What tiles of a base map are made of; all that crosses to the workers.
struct BaseSubject {
    BaseMapChoice choice;
    bool isQuiet = false; ///< in shades of grey
    QColor paper;         ///< shows through
};

/// Makes tiles of a base map on threads of its own, each of which opens the source for itself. A new order
/// replaces the one before: what is no longer wanted is dropped, also while it is being made. Online maps are
/// asked for three tiles at a time, no more. Thread rule: GUI thread; answers come as queued signals.
class BaseWorkers : public QObject {
    Q_OBJECT

public:
    explicit BaseWorkers(QObject* parent = nullptr);
    ~BaseWorkers() override;

    /// \param tiles most urgent first \param generation another number for each subject
    void setOrder(std::vector<TileKey> tiles, BaseSubject subject, quint64 generation);
    /// Opens the source of a choice and says what it is, or what is wrong with it.
    void examine(const BaseMapChoice& choice, quint64 generation);

Q_SIGNALS:
    void examined(const tuban::BaseSource::Facts& facts, quint64 generation);
    /// An opaque picture; null where the source has nothing.
    void made(const tuban::TileKey& tile, const QImage& image, quint64 generation);
    void failed(const tuban::TileKey& tile, const tuban::Error& error, quint64 generation);

private:
    void work(const std::stop_token& stop);

    TileFetcher m_fetcher;
    TileDesk<BaseSubject> m_desk;
    QThreadPool m_examiners;
    std::vector<std::jthread> m_threads; ///< ends before what it uses
};

} // namespace tuban
