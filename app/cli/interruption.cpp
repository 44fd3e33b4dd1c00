#include "app/cli/interruption.h"

#include "app/cli/exit_code.h"

#include <signal.h>

#include <cstdlib>

namespace tuban {

namespace {

// SIGUSR1 only wakes the listener when the work is over. Blocked in every thread, they reach sigwait alone.
sigset_t signalsTaken() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGUSR1);
    return signals;
}

} // namespace

Interruption::Interruption() {
    const sigset_t signals = signalsTaken();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_listener = std::jthread([this] { listen(); });
}

Interruption::~Interruption() {
    pthread_kill(m_listener.native_handle(), SIGUSR1);
    m_listener.join();
}

std::stop_token Interruption::watch() {
    m_watched = true;
    return m_source.get_token();
}

void Interruption::listen() {
    const sigset_t signals = signalsTaken();
    for (int number = 0; sigwait(&signals, &number) == 0 && number != SIGUSR1;) {
        if (!m_watched || !m_source.request_stop()) {
            std::_Exit(exitCancelled);
        }
    }
}

} // namespace tuban
