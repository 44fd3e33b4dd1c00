#include "app/session/plan_thread.h"

namespace tuban {

struct PlanThread::Desk : QObject {
    Slot slot;
};

PlanThread::PlanThread(const QString& name, QObject* parent) : QObject(parent), m_desk(new Desk) {
    m_thread.setObjectName(name);
    m_desk->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_desk, &QObject::deleteLater);
    m_thread.start();
}

PlanThread::~PlanThread() {
    requestStop();
    // Behind everything that is queued, so that no act is lost.
    QMetaObject::invokeMethod(m_desk, [thread = &m_thread] { thread->quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void PlanThread::post(std::function<void(Slot&)> work) {
    QMetaObject::invokeMethod(
        m_desk, [desk = m_desk, work = std::move(work)] { work(desk->slot); }, Qt::QueuedConnection);
}

} // namespace tuban
