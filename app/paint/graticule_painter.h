#pragma once

#include "geo/paint/graticule.h"
#include "geo/paint/theme.h"

#include <QPainter>
#include <QString>

namespace tuban {

/// Draws the lines of a graticule, and at both ends of each what it stands for, along it and inside the
/// frame.
/// \param frame logical pixels, where the labels are read: the view or the picture on a page
/// \param northText, eastText with %1 for the metres
void paintGraticule(QPainter& painter,
                    const Graticule& graticule,
                    const QRectF& frame,
                    Theme theme,
                    const QString& northText,
                    const QString& eastText);

} // namespace tuban
