#include "app/models/work_lights.h"

#include "app/paint/light_codes.h"
#include "app/session/snapshot_store.h"

#include <utility>

namespace tuban {

WorkLights::WorkLights(QObject* parent) : QObject(parent) {}

void WorkLights::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    if (m_session) {
        m_session->disconnect(this);
        m_session->snapshots()->disconnect(this);
    }
    m_session = session;
    if (session != nullptr) {
        connect(session, &Session::openChanged, this, &WorkLights::readSoon);
        connect(session, &Session::busyChanged, this, &WorkLights::busyChanged);
        connect(session->snapshots(), &SnapshotStore::marksChanged, this, &WorkLights::planChanged);
        connect(session->snapshots(), &SnapshotStore::snapshotChanged, this, [this](const QString& table) {
            if (m_wanted.contains(table)) {
                planChanged();
            }
        });
        connect(session->snapshots(), &SnapshotStore::cleared, this, [this] { m_lights.clear(); });
    }
    readSoon();
}

void WorkLights::setWanted(const QStringList& layers) {
    if (m_wanted != layers) {
        m_wanted = layers;
        readSoon();
    }
}

WorkLights::Pointer WorkLights::of(const QString& layer) const {
    return m_lights.value(layer);
}

void WorkLights::planChanged() {
    // While a plan is read its tables come one by one, and each would ask for all lights again.
    if (m_session->busy()) {
        m_isBehind = true;
    } else {
        readSoon();
    }
}

void WorkLights::busyChanged() {
    if (!m_session->busy() && std::exchange(m_isBehind, false)) {
        readSoon();
    }
}

void WorkLights::readSoon() {
    // Several layers are wanted at once when a theme is switched: one reading is enough.
    if (!m_willRead) {
        m_willRead = true;
        QMetaObject::invokeMethod(this, &WorkLights::read, Qt::QueuedConnection);
    }
}

void WorkLights::read() {
    m_willRead = false;
    const int run = ++m_run;
    if (!m_session || !m_session->isOpen() || m_wanted.isEmpty()) {
        return;
    }
    std::vector<std::string> layers;
    for (const QString& layer : std::as_const(m_wanted)) {
        layers.push_back(layer.toStdString());
    }
    m_session->ask(
        this,
        [layers, today = m_session->today().toStdString()](Plan& plan) {
            return readLights(plan, today, layers);
        },
        [this, run, asked = m_wanted](const Result<LightsByLayer>& lights) {
            // A plan that is being closed or held by another program: its change will ask again.
            if (lights && run == m_run) {
                take(asked, *lights);
            }
        });
}

void WorkLights::take(const QStringList& asked, const LightsByLayer& lights) {
    for (const QString& layer : asked) {
        const auto found = lights.find(layer.toStdString());
        auto codes = found == lights.end() ? LightByUid() : lightCodesOf(found->second);
        const Pointer before = m_lights.value(layer);
        if (before == nullptr || *before != codes) {
            m_lights.insert(layer, std::make_shared<const LightByUid>(std::move(codes)));
            Q_EMIT changed(layer);
        }
    }
}

} // namespace tuban
