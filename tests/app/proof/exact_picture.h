#pragma once

#include "geo/paint/display.h"
#include "geo/paint/view.h"

#include <QImage>

#include <string>

namespace tuban::test {

/// A layer of areas drawn another way than the map does: each coordinate of the plan through PROJ by itself
/// and by the formulas of EPSG:3857 on the screen, each polygon with every vertex as a path of QPainter.
/// \param samples sub-pixels in each direction, averaged. One is not enough where outlines are thinner than a
///        pixel: QPainter by itself is then more than 24 levels off in one of a hundred pixels
[[nodiscard]] QImage exactPicture(
    const DisplayLayer& layer, const std::string& crs, const View& view, QRgb paper, int samples = 4);

/// How far one picture is from another.
struct PictureDifference {
    double meanPerChannel = 0;   ///< levels of 255
    double shareWithin24 = 0;    ///< of the pixels: no channel more than 24 levels off
    double worstBlockDeltaE = 0; ///< CIE76 between the mean colours of blocks of 16 × 16 pixels
    QPoint worstBlock{};
    double blocksWithin3 = 0; ///< share of the blocks that are not plain paper in both
    double mixDeltaE = 0;     ///< CIE76 between the mean colours of the whole pictures
};
[[nodiscard]] PictureDifference differenceOf(const QImage& a, const QImage& b, QRgb paper);

} // namespace tuban::test
