#include "app/controllers/lasso.h"

namespace tuban {

QList<QGeoCoordinate> Lasso::points() const {
    QList<QGeoCoordinate> points;
    for (const Corner& corner : m_corners) {
        points.append(corner.place);
    }
    if (!points.isEmpty() && m_cursor.place.isValid()) {
        points.append(m_cursor.place);
    }
    return points;
}

bool Lasso::touching() const {
    if (m_corners.isEmpty() || (m_corners.size() == 1 && !m_cursor.place.isValid())) {
        return false;
    }
    const double second = m_corners.size() > 1 ? m_corners.at(1).screenX : m_cursor.screenX;
    return second < m_corners.first().screenX;
}

void Lasso::add(const QGeoCoordinate& place, double screenX) {
    if (m_corners.isEmpty() || m_corners.last().place != place) {
        m_corners.append({place, screenX});
    }
    m_cursor = {};
    Q_EMIT changed();
}

void Lasso::move(const QGeoCoordinate& place, double screenX) {
    if (!m_corners.isEmpty()) {
        m_cursor = {place, screenX};
        Q_EMIT changed();
    }
}

void Lasso::undoCorner() {
    if (!m_corners.isEmpty()) {
        m_corners.removeLast();
        Q_EMIT changed();
    }
}

void Lasso::clear() {
    m_corners.clear();
    m_cursor = {};
    Q_EMIT changed();
}

QList<QGeoCoordinate> Lasso::finished() {
    m_cursor = {};
    const auto ring = m_corners.size() < 3 ? QList<QGeoCoordinate>() : points();
    clear();
    return ring;
}

} // namespace tuban
