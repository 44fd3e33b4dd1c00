#pragma once

#include "geo/paint/view.h"

#include <QImage>
#include <QQuickWindow>
#include <QRectF>
#include <QSGSimpleTextureNode>
#include <QSGTransformNode>

namespace tuban {

/// A picture of what a view showed, and a margin around it: it moves with the camera until there is a new
/// one.
struct ViewImage {
    QImage image;
    View view; ///< of the picture without its margin
    double marginPx = 0;
    std::uint64_t serial = 0;
    QRectF part =
        {}; ///< where the picture lies in the view when it is not all of it; null: all and the margin
};

/// Shows a ViewImage under another camera. Thread rule: render thread while the GUI thread waits.
class ViewImageNode : public QSGTransformNode {
public:
    ViewImageNode();
    void show(const ViewImage& image, const View& now, QQuickWindow* window);

private:
    QSGSimpleTextureNode m_picture;
    std::uint64_t m_serial = 0;
};

/// The matrix that takes screen positions of one view to where the same ground is in another.
[[nodiscard]] QMatrix4x4 matrixBetween(const View& from, const View& to);

} // namespace tuban
