#pragma once

#include "geo/plan/plan.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <type_traits>

namespace tuban {

/// A thread with a plan of its own (or with none, for work on values). Work is done in the order it is given.
/// Thread rule: used from the GUI thread; only the work itself runs over there.
class PlanThread : public QObject {
    Q_OBJECT

public:
    using Slot = std::optional<Plan>;
    explicit PlanThread(const QString& name, QObject* parent = nullptr);
    /// Does what is queued, closes the plan and ends the thread.
    ~PlanThread() override;

    /// Runs `work(slot)` over there, then `done(answer)` here if `context` still lives.
    /// \param work must own what it uses: values and pointers to const values
    template <class Work, class Done>
    void run(const QObject* context, Work work, Done done) {
        using Answer = std::invoke_result_t<Work, Slot&>;
        // The mailbox is a member: it goes away after the thread has ended.
        post([mailbox = &m_mailbox,
              guard = QPointer<const QObject>(context),
              work = std::move(work),
              done = std::move(done)](Slot& slot) mutable {
            auto answer = std::make_shared<Answer>(work(slot));
            QMetaObject::invokeMethod(
                mailbox,
                [guard = std::move(guard), done = std::move(done), answer = std::move(answer)]() mutable {
                    if (guard) {
                        done(std::move(*answer));
                    }
                },
                Qt::QueuedConnection);
        });
    }
    /// run() for a question to the plan: `work(plan)` gives a Result; without an open plan it fails.
    template <class Work, class Done>
    void ask(const QObject* context, Work work, Done done) {
        using Answer = std::invoke_result_t<Work, Plan&>;
        run(
            context,
            [work = std::move(work)](Slot& slot) mutable -> Answer {
                if (!slot) {
                    return failure(ErrorCode::NotFound, "no plan is open");
                }
                return work(*slot);
            },
            std::move(done));
    }

    /// Asks running work that looks at stopToken() to end.
    void requestStop() { m_stop.request_stop(); }
    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }

private:
    struct Desk;
    void post(std::function<void(Slot&)> work);
    QObject m_mailbox;
    QThread m_thread;
    Desk* m_desk; // owned; lives on m_thread and is deleted there
    std::stop_source m_stop;
};

} // namespace tuban
