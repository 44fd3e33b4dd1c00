#pragma once

#include "geo/paint/theme.h"
#include "geo/paint/view.h"

#include <QColor>
#include <QPainter>
#include <QRectF>

#include <string>
#include <vector>

namespace tuban {

/// A mark on the map.
struct MarkPin {
    Point world;
    std::string state; ///< "normal", "slow", "halted", "done" or "problem"
};

/// What lies above the layers and changes with the hand; shapes in world coordinates.
struct Overlay {
    std::vector<Geometry> selected;
    std::vector<Box> specks; ///< selected areas of a few pixels
    std::vector<Geometry> hovered;
    std::vector<MarkPin> pins;
    Theme theme = Theme::Light;
};

/// Draws an overlay over any view, also a turned or tilted one; origin at the pixel 0, 0 of the view. \param
/// marginPx how far beyond the view is drawn as well. Thread rule: any thread.
void paintOverlay(QPainter& painter, const Overlay& overlay, const View& view, double marginPx);

/// Where on the screen something of an overlay is drawn, pixels of the view; empty where there is nothing.
/// Marks are left out.
[[nodiscard]] QRectF overlayBounds(const Overlay& overlay, const View& view, double marginPx);

/// The colour that stands for the state of a mark.
[[nodiscard]] Colour stateColour(std::string_view state, const Palette& palette);

} // namespace tuban
