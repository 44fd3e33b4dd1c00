#include "geo/paint/view.h"

#include "geo/crs/transform.h"
#include "geo/crs/web_mercator.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace tuban {

namespace {

constexpr double degree = std::numbers::pi / 180.0;

Point mapped(const std::array<double, 9>& m, Point p) {
    const double w = m[6] * p.x + m[7] * p.y + m[8];
    return {(m[0] * p.x + m[1] * p.y + m[2]) / w, (m[3] * p.x + m[4] * p.y + m[5]) / w};
}

} // namespace

std::array<double, 9> product3(const std::array<double, 9>& a, const std::array<double, 9>& b) {
    std::array<double, 9> result{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            for (std::size_t k = 0; k < 3; ++k) {
                result[row * 3 + column] += a[row * 3 + k] * b[k * 3 + column];
            }
        }
    }
    return result;
}

std::array<double, 9> inverse3(const std::array<double, 9>& m) {
    const std::array<double, 9> cofactors{m[4] * m[8] - m[5] * m[7],
                                          m[2] * m[7] - m[1] * m[8],
                                          m[1] * m[5] - m[2] * m[4],
                                          m[5] * m[6] - m[3] * m[8],
                                          m[0] * m[8] - m[2] * m[6],
                                          m[2] * m[3] - m[0] * m[5],
                                          m[3] * m[7] - m[4] * m[6],
                                          m[1] * m[6] - m[0] * m[7],
                                          m[0] * m[4] - m[1] * m[3]};
    const double determinant = m[0] * cofactors[0] + m[1] * cofactors[3] + m[2] * cofactors[6];
    assert(determinant != 0);
    std::array<double, 9> result{};
    std::ranges::transform(cofactors, result.begin(), [determinant](double c) { return c / determinant; });
    return result;
}

View View::northUp(Point topLeft, double pixelsPerWorld, double widthPx, double heightPx) {
    View view;
    view.m_pixelsPerWorld = pixelsPerWorld;
    view.m_widthPx = widthPx;
    view.m_heightPx = heightPx;
    view.m_centre = {topLeft.x + widthPx / 2 / pixelsPerWorld, topLeft.y + heightPx / 2 / pixelsPerWorld};
    view.m_matrix = {pixelsPerWorld, 0, widthPx / 2, 0, pixelsPerWorld, heightPx / 2, 0, 0, 1};
    view.m_inverse = inverse3(view.m_matrix);
    return view;
}

View View::ofCamera(const CameraState& camera) {
    View view;
    view.m_centre = camera.centre;
    view.m_pixelsPerWorld = 256.0 * std::exp2(camera.zoom);
    view.m_widthPx = camera.width;
    view.m_heightPx = camera.height;
    const double s = view.m_pixelsPerWorld;
    const double cosBearing = std::cos(camera.bearing * degree);
    const double sinBearing = std::sin(camera.bearing * degree);
    const double cosTilt = std::cos(camera.tilt * degree);
    const double sinTilt = std::sin(camera.tilt * degree);
    // The eye stands where the field of view just spans the height of the screen.
    const double eye = camera.height / 2 / std::tan(camera.fieldOfView * degree / 2);
    const std::array<double, 9> turned{
        s * cosBearing, s * sinBearing, 0, -s * sinBearing, s * cosBearing, 0, 0, 0, 1};
    const std::array<double, 9> tilted{1, 0, 0, 0, cosTilt, 0, 0, -sinTilt / eye, 1};
    const std::array<double, 9> shifted{1, 0, camera.width / 2, 0, 1, camera.height / 2, 0, 0, 1};
    view.m_matrix = product3(shifted, product3(tilted, turned));
    view.m_inverse = inverse3(view.m_matrix);
    return view;
}

Point View::screenFromWorld(Point world) const {
    return mapped(m_matrix, {world.x - m_centre.x, world.y - m_centre.y});
}

Point View::worldFromScreen(Point screen) const {
    const Point relative = mapped(m_inverse, screen);
    return {relative.x + m_centre.x, relative.y + m_centre.y};
}

Box View::worldBox(double marginPx) const {
    // A row of the screen looks at the ground while the homogeneous weight of its inverse stays positive.
    double top = -marginPx;
    const double farthest = 4 * m_heightPx / m_pixelsPerWorld;
    const auto sees = [&](double y) {
        const double w = m_inverse[7] * y + m_inverse[8];
        return w > 0 && std::hypot(worldFromScreen({m_widthPx / 2, y}).x - m_centre.x,
                                   worldFromScreen({m_widthPx / 2, y}).y - m_centre.y) < farthest;
    };
    while (top < m_heightPx / 2 && !sees(top)) {
        top += m_heightPx / 64;
    }
    Box box;
    for (const double y : {top, m_heightPx + marginPx}) {
        box.add(worldFromScreen({-marginPx, y}));
        box.add(worldFromScreen({m_widthPx + marginPx, y}));
    }
    return box;
}

bool View::isNorthUp() const {
    return m_matrix[1] == 0 && m_matrix[3] == 0 && m_matrix[6] == 0 && m_matrix[7] == 0;
}

double metresPerPixel(const View& view) {
    const double latitude = geoFromWorld(view.centre()).y * degree;
    return equatorM * std::cos(latitude) / view.pixelsPerWorld();
}

double trueMetresPerPixel(double latitudeDegrees, double azimuthDegrees, double zoom) {
    constexpr double flattening = 1 / 298.257222101;
    constexpr double eccentricity2 = flattening * (2 - flattening);
    const double sine = std::sin(latitudeDegrees * degree);
    const double w2 = 1 - eccentricity2 * sine * sine;
    // Radii of curvature along the parallel (N) and the meridian (M), over the semi-major axis.
    const double east = std::sin(azimuthDegrees * degree) / std::sqrt(w2);
    const double north = std::cos(azimuthDegrees * degree) * (1 - eccentricity2) / (w2 * std::sqrt(w2));
    return equatorM / (256 * std::exp2(zoom)) * std::cos(latitudeDegrees * degree) * std::hypot(east, north);
}

} // namespace tuban
