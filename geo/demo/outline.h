#pragma once

#include "geo/shape/geometry.h"

#include <functional>
#include <vector>

namespace tuban {

/// How lines between parcels run: each edge gets further points that follow from its two ends alone, so that
/// neighbours, whichever way round they walk it, have the same ones.
struct Outline {
    double scaleM = 100; ///< how long a side of a parcel usually is

    /// Points between a and b, from a to b, without them. Straight edges (sides of blocks) get theirs on the
    /// line; others bend, step or stay straight.
    void pointsBetween(Point a, Point b, bool straight, std::vector<Point>& points) const;
};

/// From the frame of the streets to the ground: the corners of the net are drawn in, streets swing, the whole
/// is turned to its place in EPSG:4547 and rounded to the millimetre. One to one: what was shared stays
/// shared.
class Ground {
public:
    /// \param wideM, highM size of the net in its frame
    Ground(double wideM, double highM, double phase) : m_wideM(wideM), m_highM(highM), m_phase(phase) {}
    [[nodiscard]] Point at(Point p) const;
    [[nodiscard]] std::vector<Point> at(const std::vector<Point>& points) const;

private:
    double m_wideM;
    double m_highM;
    double m_phase;
};

} // namespace tuban
