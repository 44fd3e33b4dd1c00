#include "app/map/label_nodes.h"

#include <cmath>
#include <numbers>

namespace tuban {

namespace {

/// How far the ground around a place has turned on the screen from one view to another, degrees clockwise.
double turnBetween(const View& from, const View& to, Point world, double alongDegrees) {
    constexpr double degree = std::numbers::pi / 180;
    constexpr double stepPx = 8;
    const Point at = from.screenFromWorld(world);
    const Point ahead = from.worldFromScreen(
        {at.x + stepPx * std::cos(alongDegrees * degree), at.y + stepPx * std::sin(alongDegrees * degree)});
    const Point a = to.screenFromWorld(world);
    const Point b = to.screenFromWorld(ahead);
    const double turn = std::atan2(b.y - a.y, b.x - a.x) / degree - alongDegrees;
    // Upside down is turned half round.
    const double angle = std::remainder(alongDegrees + turn, 180.0);
    return angle - alongDegrees;
}

} // namespace

void LabelNodes::take(const std::shared_ptr<const LabelSheet>& sheet,
                      double deviceRatio,
                      QQuickWindow* window) {
    while (QSGNode* child = firstChild()) {
        removeChildNode(child);
        delete child;
    }
    m_nodes.clear();
    m_sheet = sheet;
    m_texture.reset(window->createTextureFromImage(sheet->image, QQuickWindow::TextureHasAlphaChannel));
    for (const QRectF& inImage : sheet->inImage) {
        auto* picture = new QSGSimpleTextureNode;
        picture->setTexture(m_texture.get());
        picture->setFiltering(QSGTexture::Linear);
        picture->setSourceRect(inImage);
        const QSizeF size = inImage.size() / deviceRatio;
        picture->setRect({QPointF(-size.width() / 2, -size.height() / 2), size});
        auto* node = new QSGTransformNode;
        node->appendChildNode(picture);
        appendChildNode(node);
        m_nodes.push_back(node);
    }
}

void LabelNodes::show(const std::shared_ptr<const LabelSheet>& sheet,
                      const View& now,
                      double deviceRatio,
                      QQuickWindow* window) {
    if (m_sheet != sheet) {
        take(sheet, deviceRatio, window);
    }
    const bool turned = now.matrix() != sheet->view.matrix();
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const PlacedLabel& label = sheet->labels[i];
        const Point at = now.screenFromWorld(label.world);
        // On whole device pixels letters stay crisp; half of an odd size is half a pixel.
        const QSizeF half = sheet->inImage[i].size() / 2;
        const auto crisp = [deviceRatio](double value, double halfSize) {
            return static_cast<float>((std::round(value * deviceRatio - halfSize) + halfSize) / deviceRatio);
        };
        QMatrix4x4 matrix;
        matrix.translate(crisp(at.x + label.offset.x, half.width()),
                         crisp(at.y + label.offset.y, half.height()));
        if (turned && label.role == LabelRole::Line) {
            matrix.rotate(
                static_cast<float>(turnBetween(sheet->view, now, label.world, label.angleDegrees)), 0, 0, 1);
        }
        m_nodes[i]->setMatrix(matrix);
    }
}

} // namespace tuban
