#include "app/session/act_queue.h"

namespace tuban {

namespace {
// Each try already waits for the busy timeout of the connection.
constexpr int maxTries = 6;
constexpr int retryAfterMs = 500;
constexpr int slowAfterMs = 1500;
} // namespace

ActQueue::ActQueue(PlanThread& writer, QObject* parent) : QObject(parent), m_writer(writer) {
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowAfterMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_waiting = true;
        Q_EMIT stateChanged();
    });
}

ActQueue::~ActQueue() {
    const std::size_t first = m_running ? 1 : 0;
    for (std::size_t i = first; i < m_entries.size(); ++i) {
        m_writer.ask(nullptr, m_entries[i].work, [](const Result<ActOutcome>&) {});
    }
}

void ActQueue::add(QObject* context, ActWork work, ActDone done) {
    m_entries.push_back({context, std::move(work), std::move(done)});
    runFirst();
    Q_EMIT stateChanged();
}

QString ActQueue::state() const {
    if (m_entries.empty()) {
        return QStringLiteral("saved");
    }
    return m_waiting ? QStringLiteral("waiting") : QStringLiteral("saving");
}

void ActQueue::runFirst() {
    if (m_running || m_entries.empty()) {
        return;
    }
    m_running = true;
    ++m_entries.front().tries;
    m_slow.start();
    m_writer.ask(
        this, m_entries.front().work, [this](const Result<ActOutcome>& outcome) { finishFirst(outcome); });
}

void ActQueue::finishFirst(const Result<ActOutcome>& outcome) {
    m_slow.stop();
    m_running = false;
    if (!outcome && outcome.error().code == ErrorCode::Busy && m_entries.front().tries < maxTries) {
        m_waiting = true;
        Q_EMIT stateChanged();
        QTimer::singleShot(retryAfterMs, this, &ActQueue::runFirst);
        return;
    }
    const auto entry = std::move(m_entries.front());
    m_entries.pop_front();
    m_waiting = false;
    if (outcome) {
        Q_EMIT acted(*outcome);
    }
    if (entry.context) {
        entry.done(outcome);
    }
    runFirst();
    Q_EMIT stateChanged();
}

} // namespace tuban
