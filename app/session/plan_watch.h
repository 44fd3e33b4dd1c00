#pragma once

#include "app/session/plan_thread.h"
#include "geo/plan/watch.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tuban {

/// What others did to the plan since it was looked at last.
struct ForeignChange {
    std::vector<std::string> tables;
    bool marks = false;
    bool journal = false; ///< written by a Tuban
    [[nodiscard]] bool any() const { return !tables.empty() || marks || journal; }
};

/// What was seen last. Used on the thread that watches only.
struct WatchState {
    std::int64_t version = 0;
    PlanPulse pulse;
};
/// Takes what the plan shows now as seen.
[[nodiscard]] Result<void> beginWatch(WatchState& state, const Plan& plan);

/// Looks twice a second whether another program changed the plan. GUI thread; the looking itself is done on
/// the given thread.
class PlanWatch : public QObject {
    Q_OBJECT

public:
    /// \param state seen already by beginWatch() on the same thread
    PlanWatch(PlanThread& thread, std::shared_ptr<WatchState> state, QObject* parent = nullptr);

    /// An act of our own changed the plan: it is no news.
    void acceptOwn();

Q_SIGNALS:
    void changed(const tuban::ForeignChange& change);

private:
    void look();
    PlanThread& m_thread;
    std::shared_ptr<WatchState> m_state;
    QTimer m_timer;
    bool m_looking = false;
};

} // namespace tuban
