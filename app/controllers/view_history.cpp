#include "app/controllers/view_history.h"

#include "geo/crs/web_mercator.h"

#include <chrono>
#include <cmath>
#include <numbers>

namespace tuban {

namespace {

constexpr auto restAfter = std::chrono::milliseconds(500);

double metresPerPixelAt(const ViewPlace& place) {
    return equatorM / 256 * std::cos(place.center.latitude() * std::numbers::pi / 180) /
           std::exp2(place.zoomLevel);
}

/// Differences nobody sees.
bool isSameView(const ViewPlace& a, const ViewPlace& b) {
    return std::abs(a.zoomLevel - b.zoomLevel) < 0.01 && std::abs(a.bearing - b.bearing) < 0.2 &&
           std::abs(a.tilt - b.tilt) < 0.2 && a.center.distanceTo(b.center) < 2 * metresPerPixelAt(a);
}

} // namespace

ViewHistory::ViewHistory(QObject* parent) : QObject(parent) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, &ViewHistory::settle);
}

void ViewHistory::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    m_session = session;
    if (session != nullptr) {
        connect(session, &Session::opened, this, &ViewHistory::clear);
        connect(session, &Session::closed, this, &ViewHistory::clear);
    }
    Q_EMIT sessionChanged();
}

void ViewHistory::moved(const QGeoCoordinate& center, double zoomLevel, double bearing, double tilt) {
    const bool could = canBack();
    m_now = {.center = center, .zoomLevel = zoomLevel, .bearing = bearing, .tilt = tilt};
    m_rest.start();
    if (could != canBack()) {
        Q_EMIT changed();
    }
}

bool ViewHistory::isElsewhere() const {
    return m_rest.isActive() && !m_travelling && m_index >= 0 && !isSameView(m_now, m_places.at(m_index));
}

void ViewHistory::settle() {
    m_rest.stop();
    m_travelling = false;
    if (!m_session || !m_session->isOpen() || !m_now.center.isValid() ||
        (m_index >= 0 && isSameView(m_now, m_places.at(m_index)))) {
        Q_EMIT changed();
        return;
    }
    m_places.resize(m_index + 1);
    m_places.append(m_now);
    if (m_places.size() > capacity) {
        m_places.removeFirst();
    }
    m_index = m_places.size() - 1;
    Q_EMIT changed();
}

void ViewHistory::back() {
    if (isElsewhere()) {
        settle();
    }
    go(m_index - 1);
}

void ViewHistory::forward() {
    if (isElsewhere()) {
        settle();
    }
    go(m_index + 1);
}

void ViewHistory::go(qsizetype index) {
    if (index < 0 || index >= m_places.size()) {
        return;
    }
    m_index = index;
    m_travelling = true;
    m_rest.start();
    Q_EMIT changed();
    Q_EMIT wanted(m_places.at(index));
}

void ViewHistory::clear() {
    m_places.clear();
    m_index = -1;
    m_travelling = false;
    m_rest.start(); // where the map is once the new plan is shown is the first view
    Q_EMIT changed();
}

} // namespace tuban
