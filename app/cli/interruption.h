#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace tuban {

/// Takes SIGINT and SIGTERM while it lives. Before watch() is called a signal ends the program with 130;
/// after it, the first signal requests a stop and the second ends the program. Both leave a plan whole, for
/// SQLite drops a transaction that was not committed. Make it before any other thread is started, and only
/// one.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    [[nodiscard]] std::stop_token watch();

private:
    void listen();

    std::stop_source m_source;
    std::atomic<bool> m_watched = false;
    std::jthread m_listener;
};

} // namespace tuban
