#include "app/controllers/measure_controller.h"

#include "app/session/number_text.h"
#include "geo/measure/area.h"

namespace tuban {

namespace {
/// Up to here the figures are made at once: below a millisecond.
constexpr qsizetype maxPoints = 1000;

/// A figure by both methods; the ellipsoid is absent where it cannot be had.
struct Figures {
    double planar = 0;
    std::optional<double> ellipsoidal;
};

Figures lengthOf(const Crs& crs, const std::vector<Point>& points) {
    const auto line = makeLine({points});
    const auto geodesic = geodesicLengthM(crs, line);
    return {.planar = planarLengthM(line), .ellipsoidal = geodesic ? std::optional(*geodesic) : std::nullopt};
}

Figures areaOf(const Crs& crs, const std::vector<Point>& points) {
    const auto area = makePolygon({points});
    const auto ellipsoid = EllipsoidalArea::forCrs(crs);
    return {.planar = planarAreaM2(area),
            .ellipsoidal = ellipsoid ? std::optional(ellipsoid->of(area)) : std::nullopt};
}

} // namespace

MeasureController::MeasureController(QObject* parent) : QObject(parent) {}

void MeasureController::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    m_session = session;
    if (session != nullptr) {
        connect(session, &Session::openChanged, this, &MeasureController::clear);
    }
    Q_EMIT sessionChanged();
}

void MeasureController::setMode(const QString& mode) {
    if (m_mode != mode) {
        m_mode = mode;
        Q_EMIT modeChanged();
        clear();
    }
}

QList<GeoPosition> MeasureController::points() const {
    auto all = m_points;
    if (m_cursor && !m_finished) {
        all.append(*m_cursor);
    }
    return all;
}

void MeasureController::add(double lon, double lat) {
    if (m_finished) {
        m_points.clear();
        m_finished = false;
    }
    const GeoPosition at{.lon = lon, .lat = lat};
    if (m_points.size() < maxPoints && (m_points.isEmpty() || m_points.last() != at)) {
        m_points.append(at);
    }
    m_cursor.reset();
    measure();
}

void MeasureController::move(double lon, double lat) {
    if (!m_points.isEmpty() && !m_finished) {
        m_cursor = GeoPosition{.lon = lon, .lat = lat};
        measure();
    }
}

void MeasureController::undoPoint() {
    if (!m_points.isEmpty() && !m_finished) {
        m_points.removeLast();
        measure();
    }
}

void MeasureController::finish() {
    m_cursor.reset();
    m_finished = !m_points.isEmpty();
    measure();
}

void MeasureController::clear() {
    m_points.clear();
    m_cursor.reset();
    m_finished = false;
    measure();
}

void MeasureController::measure() {
    m_resultText.clear();
    m_methodText.clear();
    std::vector<Point> ground;
    for (const auto& position : points()) {
        if (const auto at = m_session ? m_session->planFromGeo({position.lon, position.lat}) : std::nullopt) {
            ground.push_back(*at);
        }
    }
    const bool area = m_mode == QStringLiteral("area");
    if (ground.size() >= (area ? 3U : 2U)) {
        const auto figures = area ? areaOf(m_session->crs(), ground) : lengthOf(m_session->crs(), ground);
        const auto text = [area](double value) { return area ? areaText(value) : lengthText(value); };
        const auto crs = m_session->crsName();
        m_resultText = text(figures.ellipsoidal.value_or(figures.planar));
        m_methodText = figures.ellipsoidal
                           ? tr("On the ellipsoid; in the plane of %1: %2").arg(crs, text(figures.planar))
                           : tr("In the plane of %1").arg(crs);
    }
    Q_EMIT changed();
}

} // namespace tuban
