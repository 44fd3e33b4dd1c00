#include "geo/paint/pixel_map.h"

#include "geo/crs/web_mercator.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tuban {

namespace {

/// Values at (-1, 0, 1)² to coefficients, along rows and then along columns.
void toCoefficients(std::array<double, 9>& values) {
    const auto along = [&values](std::size_t first, std::size_t step) {
        const double low = values[first];
        const double middle = values[first + step];
        const double high = values[first + 2 * step];
        values[first] = middle;
        values[first + step] = (high - low) / 2;
        values[first + 2 * step] = (high + low) / 2 - middle;
    };
    for (std::size_t i = 0; i < 3; ++i) {
        along(3 * i, 1);
    }
    for (std::size_t i = 0; i < 3; ++i) {
        along(i, 3);
    }
}

} // namespace

PixelMap::PixelMap(const WorldFrame& frame, Point worldTopLeft, double pixelsPerWorld, const Box& shown)
    : m_frame(&frame), m_topLeft(worldTopLeft), m_scale(pixelsPerWorld), m_window(frame.planWindow(shown)) {
    if (m_window.empty()) {
        return;
    }
    const Box& all = frame.planBounds();
    const Box fitted{std::clamp(m_window.minX, all.minX, all.maxX),
                     std::clamp(m_window.minY, all.minY, all.maxY),
                     std::clamp(m_window.maxX, all.minX, all.maxX),
                     std::clamp(m_window.maxY, all.minY, all.maxY)};
    constexpr double leastM = 1e-3;
    m_centre = fitted.centre();
    m_perX = 2 / std::max(fitted.width(), leastM);
    m_perY = 2 / std::max(fitted.height(), leastM);
    m_isFitted = fit();
    constexpr double stepM = 0.5;
    const Point west = pixel({m_centre.x - stepM, m_centre.y});
    const Point east = pixel({m_centre.x + stepM, m_centre.y});
    const Point south = pixel({m_centre.x, m_centre.y - stepM});
    const Point north = pixel({m_centre.x, m_centre.y + stepM});
    m_pixelsPerMetre = std::hypot(east.x - west.x, east.y - west.y);
    m_pixelsPerSquareMetre =
        std::abs((east.x - west.x) * (north.y - south.y) - (east.y - west.y) * (north.x - south.x));
    if (!std::isfinite(m_pixelsPerMetre + m_pixelsPerSquareMetre)) { // nothing of the plan in the middle
        m_pixelsPerMetre = pixelsPerWorld / equatorM;
        m_pixelsPerSquareMetre = m_pixelsPerMetre * m_pixelsPerMetre;
    }
}

bool PixelMap::fit() {
    constexpr double tolerancePx = 0.02;
    const auto placeOf = [this](double u, double v) {
        return Point{m_centre.x + u / m_perX, m_centre.y + v / m_perY};
    };
    for (std::size_t node = 0; node < 9; ++node) {
        const double u = static_cast<double>(node % 3) - 1;
        const double v = static_cast<double>(node / 3) - 1;
        const Point at = throughFrame(placeOf(u, v));
        m_x[node] = at.x;
        m_y[node] = at.y;
    }
    toCoefficients(m_x);
    toCoefficients(m_y);
    m_isFitted = true;
    for (const double u : {-0.6, 0.6}) {
        for (const double v : {-0.6, 0.6}) {
            const Point truth = throughFrame(placeOf(u, v));
            const Point mine = pixel(placeOf(u, v));
            // False for the NaN of a place without a polynomial as well.
            if (!(std::hypot(truth.x - mine.x, truth.y - mine.y) < tolerancePx)) {
                return false;
            }
        }
    }
    return true;
}

Point PixelMap::throughFrame(Point plan) const {
    const auto world = m_frame->world(plan);
    constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
    return world ? Point{(world->x - m_topLeft.x) * m_scale, (world->y - m_topLeft.y) * m_scale}
                 : Point{nowhere, nowhere};
}

Box PixelMap::pixelBox(const Box& plan) const {
    Box box;
    for (const Point corner : {Point{plan.minX, plan.minY},
                               Point{plan.maxX, plan.minY},
                               Point{plan.minX, plan.maxY},
                               Point{plan.maxX, plan.maxY}}) {
        box.add(pixel(corner));
    }
    return box;
}

} // namespace tuban
