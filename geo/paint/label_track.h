#pragma once

#include "geo/paint/view.h"

#include <span>
#include <vector>

namespace tuban {

/// A line on the screen with the way along it at each point.
class LabelTrack {
public:
    /// \param points at least two, pixels
    explicit LabelTrack(std::vector<Point> points);

    [[nodiscard]] double length() const { return m_way.back(); }
    [[nodiscard]] Point at(double along) const;
    /// Farthest that the line between two ways strays from the straight line between their places.
    [[nodiscard]] double strayBetween(double from, double to) const;

private:
    std::vector<Point> m_points;
    std::vector<double> m_way;
};

/// Lines of the world on the screen. Without tilt it is the whole line, so that the ways along it do not
/// depend on what is in view; with tilt only what lies before the horizon.
[[nodiscard]] std::vector<LabelTrack> tracksOf(std::span<const Point> line, const View& view);

} // namespace tuban
