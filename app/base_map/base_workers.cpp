#include "app/base_map/base_workers.h"

#include <QPainter>
#include <QStandardPaths>

#include <utility>

namespace tuban {

namespace {

constexpr int threads = 3;

QString cacheFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/base_map");
}

/// Opaque, so that tiles of two zooms can lie over each other.
QImage onPaper(const QImage& picture, const BaseSubject& subject) {
    QImage image(picture.size(), QImage::Format_RGB32);
    image.fill(subject.paper);
    QPainter painter(&image);
    if (!subject.isQuiet) {
        painter.drawImage(0, 0, picture);
        return image;
    }
    // Grey in every pixel, and as transparent as before.
    QImage grey = picture.convertToFormat(QImage::Format_ARGB32);
    for (int row = 0; row < grey.height(); ++row) {
        auto* pixels = reinterpret_cast<QRgb*>(grey.scanLine(row));
        for (int column = 0; column < grey.width(); ++column) {
            const int shade = qGray(pixels[column]);
            pixels[column] = qRgba(shade, shade, shade, qAlpha(pixels[column]));
        }
    }
    painter.drawImage(0, 0, grey);
    return image;
}

/// The source a worker has open, for as long as it is the one that is asked for.
class OpenSource {
public:
    explicit OpenSource(TileFetcher& fetcher) : m_fetcher(&fetcher) {}

    Result<QImage> picture(const BaseMapChoice& choice, const TileKey& tile, const std::stop_token& stop) {
        if (!m_source || m_choice != choice) {
            m_source.reset(); // one file open at a time
            auto opened = openBaseSource(choice, *m_fetcher);
            if (!opened) {
                return std::unexpected(opened.error());
            }
            m_source = std::move(*opened);
            m_choice = choice;
        }
        return m_source->picture(tile, stop);
    }

private:
    TileFetcher* m_fetcher;
    BaseMapChoice m_choice;
    std::unique_ptr<BaseSource> m_source;
};

} // namespace

BaseWorkers::BaseWorkers(QObject* parent) : QObject(parent), m_fetcher(cacheFolder()) {
    m_examiners.setMaxThreadCount(1);
    for (int i = 0; i < threads; ++i) {
        // The threads end before this object does.
        m_threads.emplace_back([receiver = this](const std::stop_token& stop) { receiver->work(stop); });
    }
}

BaseWorkers::~BaseWorkers() {
    m_desk.setOrder({}, {}, 0);
    for (std::jthread& thread : m_threads) {
        thread.request_stop();
    }
    m_threads.clear();
    m_examiners.waitForDone();
}

void BaseWorkers::work(const std::stop_token& stop) {
    OpenSource source(m_fetcher);
    while (const auto job = m_desk.take(stop)) {
        auto picture = source.picture(job->subject.choice, job->tile, job->stop.get_token());
        const bool isDropped = job->stop.stop_requested();
        m_desk.finish(*job);
        if (isDropped) {
            continue;
        }
        if (picture && !picture->isNull()) {
            picture = onPaper(*picture, job->subject);
        }
        QMetaObject::invokeMethod(
            this,
            [this, tile = job->tile, picture = std::move(picture), generation = job->generation] {
                if (picture) {
                    Q_EMIT made(tile, *picture, generation);
                } else {
                    Q_EMIT failed(tile, picture.error(), generation);
                }
            },
            Qt::QueuedConnection);
    }
}

void BaseWorkers::setOrder(std::vector<TileKey> tiles, BaseSubject subject, quint64 generation) {
    m_desk.setOrder(std::move(tiles), std::move(subject), generation);
}

void BaseWorkers::examine(const BaseMapChoice& choice, quint64 generation) {
    m_examiners.start([this, choice, generation] {
        const auto source = openBaseSource(choice, m_fetcher);
        const auto facts =
            source ? Result<BaseSource::Facts>((*source)->facts()) : std::unexpected(source.error());
        QMetaObject::invokeMethod(
            this,
            [this, facts, generation] {
                if (facts) {
                    Q_EMIT examined(*facts, generation);
                } else {
                    Q_EMIT failed({}, facts.error(), generation);
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace tuban
