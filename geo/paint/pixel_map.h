#pragma once

#include "geo/paint/world_frame.h"

#include <array>
#include <cmath>

namespace tuban {

/// Plan coordinates to the pixels of one picture. Over the part of the plan that the picture shows a polynomial
/// of degree two in each direction stands for the frame, if it is within a fiftieth of a pixel of it; else each
/// point goes through the frame. Plain value; the frame must outlive it.
class PixelMap {
public:
    /// \param worldTopLeft where pixel (0, 0) lies
    /// \param shown the part of the world in which positions must be right
    PixelMap(const WorldFrame& frame, Point worldTopLeft, double pixelsPerWorld, const Box& shown);

    [[nodiscard]] Point pixel(Point plan) const {
        if (!m_isFitted) {
            return throughFrame(plan);
        }
        const double u = (plan.x - m_centre.x) * m_perX;
        const double v = (plan.y - m_centre.y) * m_perY;
        if (std::abs(u) > reach || std::abs(v) > reach) {
            return throughFrame(plan);
        }
        const auto& a = m_x;
        const auto& b = m_y;
        return {(a[0] + u * (a[1] + u * a[2])) + v * ((a[3] + u * (a[4] + u * a[5])) +
                                                      v * (a[6] + u * (a[7] + u * a[8]))),
                (b[0] + u * (b[1] + u * b[2])) + v * ((b[3] + u * (b[4] + u * b[5])) +
                                                      v * (b[6] + u * (b[7] + u * b[8])))};
    }
    /// Box of pixels of a small box of the plan, as if it lay straight.
    [[nodiscard]] Box pixelBox(const Box& plan) const;
    /// Pixels that a metre takes in the middle of the picture.
    [[nodiscard]] double pixelsPerMetre() const { return m_pixelsPerMetre; }
    /// Pixels that a square metre takes there. Not the square of the above: Web Mercator takes the degrees of an
    /// ellipsoid as those of a sphere and so is not quite conformal.
    [[nodiscard]] double pixelsPerSquareMetre() const { return m_pixelsPerSquareMetre; }
    /// The part of the plan that the picture can show something of; empty when there is none.
    [[nodiscard]] const Box& planWindow() const { return m_window; }

private:
    /// Half windows from the middle to which the polynomial is trusted: beyond, it would swing out.
    static constexpr double reach = 2;
    [[nodiscard]] Point throughFrame(Point plan) const;
    bool fit();

    const WorldFrame* m_frame;
    Point m_topLeft;
    double m_scale;
    Box m_window;
    Point m_centre;
    double m_perX = 1;
    double m_perY = 1;
    bool m_isFitted = false;
    double m_pixelsPerMetre = 0;
    double m_pixelsPerSquareMetre = 0;
    std::array<double, 9> m_x{}; ///< of u^i v^j at [i + 3 * j]
    std::array<double, 9> m_y{};
};

} // namespace tuban
