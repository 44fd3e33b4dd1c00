#pragma once

#include "geo/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QThread>
#include <QUrl>

#include <memory>
#include <mutex>
#include <stop_token>

namespace tuban {

/// Fetches tiles over HTTP as servers ask for it: it names the program, keeps to their cache headers and has
/// a cache on disk of at most 256 MB in the user's cache folder. All talk with the network is on one thread
/// of its own, which starts with the first request. Thread rule: get() from any other thread.
class TileFetcher {
public:
    /// \param cacheFolder made where it is missing
    explicit TileFetcher(QString cacheFolder);
    ~TileFetcher();
    TileFetcher(const TileFetcher&) = delete;
    TileFetcher& operator=(const TileFetcher&) = delete;

    /// Waits for the answer, which a stop cuts short.
    /// \return empty where the server has no such tile; Error::Unreadable where it cannot be reached, refuses
    ///         or says nothing for 15 seconds; Cancelled
    [[nodiscard]] Result<QByteArray> get(const QUrl& address, const std::stop_token& stop);

private:
    class Clerk;
    struct Request;
    QString m_cacheFolder;
    QThread m_thread;
    std::once_flag m_started;
    std::unique_ptr<Clerk> m_clerk; ///< lives on m_thread
};

} // namespace tuban
