#pragma once

#include "geo/shape/geometry.h"

#include <vector>

namespace tuban {

/// An area on the screen, where texts are to lie inside it. Works with the edges near the place only.
class AreaRoom {
public:
    /// \param area positions in pixels
    explicit AreaRoom(Geometry area);

    /// True when no edge of the area meets the box and its centre lies inside.
    [[nodiscard]] bool holds(const Box& box) const;
    /// Centres for a text of this size, the one nearest to the middle of the area first: on rows over the
    /// area, the middle of the widest run that is inside along the upper edge, the middle and the lower edge
    /// of the text.
    [[nodiscard]] std::vector<Point> centresFor(double width, double height) const;

private:
    Geometry m_area;
    Box m_box;
};

} // namespace tuban
