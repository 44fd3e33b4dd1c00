#include "app/controllers/map_readout.h"

#include "app/models/typed_place.h"
#include "geo/paint/view.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tuban {

namespace {

/// Size of a logical pixel on paper: 96 to the inch.
constexpr double metresPerScreenPixel = 0.0254 / 96;
constexpr double zoneWidthM = 1'000'000;

/// 1, 2 or 5 times a power of ten, at most `value`.
double roundDown(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= value) {
            return step * power;
        }
    }
    return power;
}

} // namespace

MapReadout::MapReadout(QObject* parent) : QObject(parent) {}

void MapReadout::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}

void MapReadout::setCursor(double lon, double lat) {
    m_lon = lon;
    m_lat = lat;
    m_degreesText = QStringLiteral("%1°%2 %3°%4")
                        .arg(QString::number(std::abs(lon), 'f', 6),
                             lon < 0 ? QStringLiteral("W") : QStringLiteral("E"),
                             QString::number(std::abs(lat), 'f', 6),
                             lat < 0 ? QStringLiteral("S") : QStringLiteral("N"));
    m_northText.clear();
    m_eastText.clear();
    if (const auto ground = m_session ? m_session->planFromGeo({lon, lat}) : std::nullopt) {
        const double east =
            ground->x + (m_zonePrefix ? zoneWithoutPrefix(m_session->srid()) * zoneWidthM : 0.0);
        m_northText = tr("X (north) %1").arg(QString::number(ground->y, 'f', 2));
        m_eastText = tr("Y (east) %1").arg(QString::number(east, 'f', 2));
    }
    Q_EMIT changed();
}

void MapReadout::withPrefix(bool prefix) {
    m_zonePrefix = prefix;
    setCursor(m_lon, m_lat);
}

QString MapReadout::scaleText(double metersPerPixel) const {
    if (!(metersPerPixel > 0)) {
        return {};
    }
    const double scale = metersPerPixel / metresPerScreenPixel;
    const double power = std::pow(10.0, std::max(0.0, std::floor(std::log10(scale)) - 2));
    auto digits = QString::number(static_cast<qlonglong>(std::round(scale / power) * power));
    for (auto at = digits.size() - 3; at > 0; at -= 3) {
        digits.insert(at, QLatin1Char(' '));
    }
    return QStringLiteral("1:") + digits;
}

double MapReadout::trueMetersPerPixel(double latitude, double bearing, double zoomLevel) const {
    return trueMetresPerPixel(latitude, bearing + 90, zoomLevel);
}

ScaleBar MapReadout::scaleBar(double metersPerPixel, double maxPixels) const {
    if (!(metersPerPixel > 0) || !(maxPixels > 0)) {
        return {};
    }
    const double metres = roundDown(metersPerPixel * maxPixels);
    const bool kilometres = metres >= 1000;
    const double shown = kilometres ? metres / 1000 : metres;
    return {.pixels = metres / metersPerPixel,
            .text = (kilometres ? tr("%1 km") : tr("%1 m")).arg(QLocale::c().toString(shown, 'g', 6))};
}

} // namespace tuban
