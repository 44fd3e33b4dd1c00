#pragma once

#include "app/paint/canvas.h"
#include "geo/paint/display.h"

#include <QImage>
#include <QPainter>

#include <memory>
#include <vector>

namespace tuban {

/// A layer of the picture: its tables in order of drawing (companions below), drawn as one.
struct SceneLayer {
    std::vector<std::shared_ptr<const DisplayLayer>> tables;
    double opacity = 1;
};

/// What is to be drawn, lowest layer first. A value: hand it to any thread.
struct Scene {
    std::vector<SceneLayer> layers;
    Theme theme = Theme::Light;
    bool hasPaper = true; ///< false: transparent where no feature lies, for a map with something below
};

/// Draws the scene without its labels. A layer with opacity is drawn as a whole and then laid over, so that
/// features that overlap do not shine through each other.
void paintScene(QPainter& painter, const Scene& scene, const Canvas& canvas);

/// A picture of the scene, on its paper where it has one; null when the canvas was stopped. Thread rule: any thread.
[[nodiscard]] QImage paintedImage(const Scene& scene, const Canvas& canvas);

} // namespace tuban
