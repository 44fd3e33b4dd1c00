#include "geo/crs/gcj02.h"

#include <cmath>
#include <numbers>

namespace tuban {

namespace {

using std::numbers::pi;

constexpr Point origin{105, 35};
constexpr double semiMajorM = 6378245.0; // Krasovsky
constexpr double eccentricity2 = 0.00669342162296594323;
const Box china{72.004, 0.8293, 137.8347, 55.8271};

double waves(double t, double a, double periodA, double b, double periodB) {
    return (a * std::sin(pi * t / periodA) + b * std::sin(pi * t / periodB)) * 2 / 3;
}

/// Metres east and north on the sphere of curvature, from degrees off the origin.
Point shiftM(double x, double y) {
    const double both = waves(x, 20, 1.0 / 6, 20, 0.5);
    const double root = std::sqrt(std::abs(x));
    return {300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + both + waves(x, 20, 1, 40, 3) +
                waves(x, 150, 12, 300, 30),
            -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + both + waves(y, 20, 1, 40, 3) +
                waves(y, 160, 12, 320, 30)};
}

} // namespace

Point gcj02FromGeo(Point lonLat) {
    if (!china.contains(lonLat)) {
        return lonLat;
    }
    const Point shift = shiftM(lonLat.x - origin.x, lonLat.y - origin.y);
    const double latitude = lonLat.y * pi / 180;
    const double sine = std::sin(latitude);
    const double w2 = 1 - eccentricity2 * sine * sine;
    const double meridianM = semiMajorM * (1 - eccentricity2) / (w2 * std::sqrt(w2));
    const double parallelM = semiMajorM / std::sqrt(w2) * std::cos(latitude);
    return {lonLat.x + shift.x * 180 / (parallelM * pi), lonLat.y + shift.y * 180 / (meridianM * pi)};
}

Point geoFromGcj02(Point lonLat) {
    constexpr double enoughDegrees = 1e-12; // 1e-7 m
    constexpr int mostSteps = 12;           // four or five are enough in China
    Point geo = lonLat;
    for (int step = 0; step < mostSteps; ++step) {
        const Point shown = gcj02FromGeo(geo);
        const Point off{shown.x - lonLat.x, shown.y - lonLat.y};
        geo = {geo.x - off.x, geo.y - off.y};
        if (std::hypot(off.x, off.y) < enoughDegrees) {
            break;
        }
    }
    return geo;
}

} // namespace tuban
