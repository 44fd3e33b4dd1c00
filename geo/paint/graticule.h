#pragma once

#include "geo/base/result.h"
#include "geo/crs/transform.h"
#include "geo/paint/view.h"

#include <vector>

namespace tuban {

/// A line of constant north or east of the plan, as it runs through a view.
struct GraticuleLine {
    bool isNorthing = false; ///< X, north, is constant; otherwise Y, east
    double valueM = 0;       ///< ground
    /// Screen, logical pixels; runs of it that the view shows, in order, each of at least two points.
    std::vector<std::vector<Point>> runs;
};

/// The grid of the plan's projected system at round steps: straight on the ground, and therefore turned and
/// bent on a map in Web Mercator.
struct Graticule {
    double stepM = 0; ///< 1, 2 or 5 times a power of ten; 0: the view is too wide for the system
    std::vector<GraticuleLine> lines;
};

/// \param planToGeo from the plan's system to degrees; the plan's system is projected, in metres
/// \param marginPx lines go on so far outside of the view
/// \param spacingPx lines stand at least so far apart in the middle of the view
/// \return lines that are off the true ones by less than a tenth of a pixel. Error::BadCrs where the view
///         cannot be had in the system
[[nodiscard]] Result<Graticule> graticuleOf(const View& view,
                                            const Transform& planToGeo,
                                            const Transform& geoToPlan,
                                            double marginPx,
                                            double spacingPx);

} // namespace tuban
