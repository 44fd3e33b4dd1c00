#pragma once

#include "geo/shape/orientation.h"

#include <optional>

namespace tuban {

/// How an edge a→b of a shape meets an edge c→d of a zone that is thought shifted by (ε, ε²): a sign is then
/// never 0 but for edges without length.

/// Side of the line a→b on which the shifted point c lies.
[[nodiscard]] inline int sideOfShifted(Point a, Point b, Point c) {
    if (const int side = orientation(a, b, c); side != 0) {
        return side;
    }
    return a.y != b.y ? (b.y > a.y ? -1 : 1) : (b.x > a.x ? 1 : -1);
}

/// Side of the shifted line c→d on which the point a lies.
[[nodiscard]] inline int sideOfShiftedLine(Point c, Point d, Point a) {
    if (const int side = orientation(c, d, a); side != 0) {
        return side;
    }
    return c.y != d.y ? (d.y > c.y ? 1 : -1) : (d.x > c.x ? -1 : 1);
}

[[nodiscard]] inline bool boxesMeet(Point a, Point b, Point c, Point d) {
    const auto apart = [](double p, double q, double r, double s) {
        return (p < r && p < s && q < r && q < s) || (p > r && p > s && q > r && q > s);
    };
    return !apart(a.x, b.x, c.x, d.x) && !apart(a.y, b.y, c.y, d.y);
}

/// +1 when a→b enters the left side of the zone's edge c→d, −1 when it leaves it, 0 when they do not cross.
/// The zone's edge enters the left side of a→b by the opposite sign.
[[nodiscard]] inline int crossingSign(Point a, Point b, Point c, Point d) {
    if (!boxesMeet(a, b, c, d)) {
        return 0;
    }
    const int end = sideOfShiftedLine(c, d, b);
    if (sideOfShiftedLine(c, d, a) == end || sideOfShifted(a, b, c) == sideOfShifted(a, b, d)) {
        return 0;
    }
    return end;
}

/// Where two crossing edges meet, on a→b. \pre crossingSign() is not 0
[[nodiscard]] inline Point crossingPoint(Point a, Point b, Point c, Point d) {
    const double across = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
    if (across == 0) {
        return a; // as good as coincident: any point of both will do
    }
    const double along = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / across;
    const double t = along < 0 ? 0 : (along > 1 ? 1 : along);
    return {.x = a.x + t * (b.x - a.x), .y = a.y + t * (b.y - a.y)};
}

} // namespace tuban
