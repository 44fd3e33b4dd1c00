#include "app/base_map/tile_fetcher.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkDiskCache>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace tuban {

namespace {

constexpr qint64 mostCacheBytes = 256LL * 1024 * 1024;
constexpr qint64 mostTileBytes = 16LL * 1024 * 1024;
constexpr auto patience = std::chrono::seconds(15);

constexpr int statusNoContent = 204;
constexpr int statusNotFound = 404;
constexpr int statusGone = 410;

std::string sentence(const char* text, const QString& detail) {
    return QCoreApplication::translate("TileFetcher", text).arg(detail).toStdString();
}

Result<QByteArray> answerOf(QNetworkReply& reply) {
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == statusNotFound || status == statusGone || status == statusNoContent) {
        return QByteArray();
    }
    const QString host = reply.url().host();
    if (status >= 400) {
        return failure(
            ErrorCode::Unreadable,
            sentence(QT_TRANSLATE_NOOP("TileFetcher", "The map server %1 refuses its tiles"), host) +
                " (HTTP " + std::to_string(status) + ").");
    }
    if (reply.error() != QNetworkReply::NoError) {
        return failure(
            ErrorCode::Unreadable,
            sentence(QT_TRANSLATE_NOOP("TileFetcher",
                                       "The map server %1 cannot be reached. The plan goes on without it."),
                     host));
    }
    return reply.readAll();
}

} // namespace

/// What get() waits for.
struct TileFetcher::Request {
    QUrl address;
    std::mutex mutex;
    std::condition_variable_any done;
    std::optional<Result<QByteArray>> answer;
    QNetworkReply* reply = nullptr; ///< touched on the thread of the network only
};

/// Everything that belongs to the thread of the network.
class TileFetcher::Clerk : public QObject {
public:
    void start(const std::shared_ptr<Request>& request, const QString& cacheFolder) {
        if (m_network == nullptr) {
            m_network = new QNetworkAccessManager(this);
            auto* cache = new QNetworkDiskCache(m_network);
            cache->setCacheDirectory(cacheFolder);
            cache->setMaximumCacheSize(mostCacheBytes);
            m_network->setCache(cache);
        }
        QNetworkRequest ask(request->address);
        ask.setHeader(QNetworkRequest::UserAgentHeader,
                      QStringLiteral("Tuban/" TUBAN_VERSION " (desktop map program for planners)"));
        ask.setTransferTimeout(patience);
        request->reply = m_network->get(ask);
        connect(request->reply, &QNetworkReply::downloadProgress, this, [request](qint64 received) {
            if (received > mostTileBytes && request->reply != nullptr) {
                request->reply->abort();
            }
        });
        connect(request->reply, &QNetworkReply::finished, this, [request] {
            auto answer = answerOf(*request->reply);
            request->reply->deleteLater();
            request->reply = nullptr;
            const std::scoped_lock lock(request->mutex);
            request->answer = std::move(answer);
            request->done.notify_all();
        });
    }
    void abort(const std::shared_ptr<Request>& request) {
        if (request->reply != nullptr) {
            request->reply->abort();
        }
    }

private:
    QNetworkAccessManager* m_network = nullptr;
};

TileFetcher::TileFetcher(QString cacheFolder)
    : m_cacheFolder(std::move(cacheFolder)), m_clerk(std::make_unique<Clerk>()) {
    m_clerk->moveToThread(&m_thread);
}

TileFetcher::~TileFetcher() {
    if (m_thread.isRunning()) {
        // The clerk owns what lives on the thread, and goes there.
        Clerk* clerk = m_clerk.release();
        QMetaObject::invokeMethod(clerk, [clerk] { delete clerk; }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
}

Result<QByteArray> TileFetcher::get(const QUrl& address, const std::stop_token& stop) {
    if (stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, "fetching was stopped");
    }
    auto request = std::make_shared<Request>();
    request->address = address;
    Clerk* clerk = m_clerk.get();
    std::call_once(m_started, [this] { m_thread.start(); });
    QMetaObject::invokeMethod(
        clerk,
        [clerk, request, folder = m_cacheFolder] { clerk->start(request, folder); },
        Qt::QueuedConnection);
    std::unique_lock lock(request->mutex);
    if (!request->done.wait(lock, stop, [&] { return request->answer.has_value(); })) {
        QMetaObject::invokeMethod(clerk, [clerk, request] { clerk->abort(request); }, Qt::QueuedConnection);
        return failure(ErrorCode::Cancelled, "fetching was stopped");
    }
    return *request->answer;
}

} // namespace tuban
