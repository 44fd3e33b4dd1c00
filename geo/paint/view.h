#pragma once

#include "geo/shape/geometry.h"

#include <array>

namespace tuban {

/// What the camera of the map says, with angles in degrees and sizes in logical pixels.
struct CameraState {
    Point centre;       ///< world (Web Mercator, 0..1, y south)
    double zoom = 0;    ///< the world is 256 × 2^zoom pixels wide
    double bearing = 0; ///< direction that is up, clockwise from north
    double tilt = 0;    ///< 0: straight down
    double fieldOfView = 45;
    double width = 0;
    double height = 0;
    friend bool operator==(const CameraState&, const CameraState&) = default;
};

/// A plane seen by a camera: world (0..1) to screen pixels and back. Positions are taken relative to the
/// centre before they are multiplied, so that doubles suffice at every zoom. Plain value.
class View {
public:
    View() = default;
    /// North up, no tilt: `topLeft` of the world at pixel 0, 0.
    [[nodiscard]] static View northUp(Point topLeft, double pixelsPerWorld, double widthPx, double heightPx);
    /// A pinhole camera over the plane that shows one world pixel as one screen pixel in the middle; the same
    /// as Qt Location's.
    [[nodiscard]] static View ofCamera(const CameraState& camera);

    [[nodiscard]] Point screenFromWorld(Point world) const;
    /// \pre the pixel looks at the ground, not above the horizon
    [[nodiscard]] Point worldFromScreen(Point screen) const;
    /// Box of the world that is in view, grown by `marginPx` on each side; a tilted view is cut at
    /// four screen heights, near the horizon.
    [[nodiscard]] Box worldBox(double marginPx = 0) const;

    [[nodiscard]] double pixelsPerWorld() const { return m_pixelsPerWorld; }
    [[nodiscard]] double widthPx() const { return m_widthPx; }
    [[nodiscard]] double heightPx() const { return m_heightPx; }
    [[nodiscard]] Point centre() const { return m_centre; }
    /// True when lines of the world stay parallel to the edges of the screen.
    [[nodiscard]] bool isNorthUp() const;
    /// Row-major 3×3 that takes (world − centre, 1) to homogeneous screen coordinates; the last row is (0, 0,
    /// 1) without tilt.
    [[nodiscard]] const std::array<double, 9>& matrix() const { return m_matrix; }

private:
    Point m_centre;
    double m_pixelsPerWorld = 1;
    double m_widthPx = 0;
    double m_heightPx = 0;
    std::array<double, 9> m_matrix{1, 0, 0, 0, 1, 0, 0, 0, 1};
    std::array<double, 9> m_inverse{1, 0, 0, 0, 1, 0, 0, 0, 1};
};

/// Product and inverse of 3×3 matrices, row-major. \pre the matrix of inverse3 has a determinant
[[nodiscard]] std::array<double, 9> product3(const std::array<double, 9>& a, const std::array<double, 9>& b);
[[nodiscard]] std::array<double, 9> inverse3(const std::array<double, 9>& matrix);

/// Metres on the ground per pixel at the middle of a view: Mercator stretches by 1 / cos(latitude).
[[nodiscard]] double metresPerPixel(const View& view);

/// The same along one direction and on the CGCS2000 ellipsoid, whose meridians and parallels Web Mercator
/// stretches differently (by 0.45 % at 35°): true to 1e-6 over a scale bar.
/// \param azimuthDegrees clockwise from north, on the map
/// \param zoom the world is 256 × 2^zoom pixels wide
[[nodiscard]] double trueMetresPerPixel(double latitudeDegrees, double azimuthDegrees, double zoom);

} // namespace tuban
