#include "app/session/plan_watch.h"

#include "geo/plan/foreign_edits.h"

namespace tuban {

namespace {

constexpr int lookEveryMs = 500;

Result<ForeignChange> lookAt(Plan& plan, WatchState& state) {
    const auto version = dataVersion(plan);
    if (!version) {
        return std::unexpected(version.error());
    }
    ForeignChange change;
    if (*version == state.version) {
        return change;
    }
    auto pulse = readPulse(plan);
    if (!pulse) {
        return std::unexpected(pulse.error());
    }
    change.tables = tablesChanged(state.pulse, *pulse);
    change.marks = pulse->marks != state.pulse.marks;
    change.journal = pulse->journal != state.pulse.journal;
    if (!plan.database().readOnly()) {
        // What follows from features is made right first; it may touch further tables.
        const auto caughtUp = catchUpForeignEdits(plan);
        auto after = caughtUp ? readPulse(plan) : std::unexpected(caughtUp.error());
        if (!after) {
            return std::unexpected(after.error()); // looked at again the next time
        }
        change.tables = tablesChanged(state.pulse, *after);
        pulse = std::move(after);
    }
    state.version = *version;
    state.pulse = std::move(*pulse);
    return change;
}

} // namespace

Result<void> beginWatch(WatchState& state, const Plan& plan) {
    const auto version = dataVersion(plan);
    auto pulse = readPulse(plan);
    if (!version || !pulse) {
        return std::unexpected(!version ? version.error() : pulse.error());
    }
    state = {.version = *version, .pulse = std::move(*pulse)};
    return {};
}

PlanWatch::PlanWatch(PlanThread& thread, std::shared_ptr<WatchState> state, QObject* parent)
    : QObject(parent), m_thread(thread), m_state(std::move(state)) {
    m_timer.setInterval(lookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &PlanWatch::look);
    m_timer.start();
}

void PlanWatch::acceptOwn() {
    m_thread.ask(
        this,
        [state = m_state](Plan& plan) -> Result<void> {
            auto pulse = readPulse(plan);
            if (!pulse) {
                return std::unexpected(pulse.error());
            }
            // The version stays: a foreign commit in between is still to be seen.
            state->pulse = std::move(*pulse);
            return {};
        },
        [](const Result<void>&) {});
}

void PlanWatch::look() {
    if (m_looking) {
        return;
    }
    m_looking = true;
    m_thread.ask(
        this,
        [state = m_state](Plan& plan) { return lookAt(plan, *state); },
        [this](const Result<ForeignChange>& change) {
            m_looking = false;
            if (change && change->any()) {
                Q_EMIT changed(*change);
            }
        });
}

} // namespace tuban
