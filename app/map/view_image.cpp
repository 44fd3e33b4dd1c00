#include "app/map/view_image.h"

namespace tuban {

QMatrix4x4 matrixBetween(const View& from, const View& to) {
    const std::array<double, 9> shift{
        1, 0, from.centre().x - to.centre().x, 0, 1, from.centre().y - to.centre().y, 0, 0, 1};
    const std::array<double, 9> m = product3(to.matrix(), product3(shift, inverse3(from.matrix())));
    const auto f = [](double value) { return static_cast<float>(value); };
    return {
        f(m[0]), f(m[1]), 0, f(m[2]), f(m[3]), f(m[4]), 0, f(m[5]), 0, 0, 1, 0, f(m[6]), f(m[7]), 0, f(m[8])};
}

ViewImageNode::ViewImageNode() {
    m_picture.setFlag(QSGNode::OwnedByParent, false);
    m_picture.setOwnsTexture(true);
    m_picture.setFiltering(QSGTexture::Linear);
    appendChildNode(&m_picture);
}

void ViewImageNode::show(const ViewImage& image, const View& now, QQuickWindow* window) {
    if (m_serial != image.serial) {
        m_picture.setTexture(
            window->createTextureFromImage(image.image, QQuickWindow::TextureHasAlphaChannel));
        m_serial = image.serial;
    }
    const double margin = image.marginPx;
    m_picture.setRect(
        image.part.isNull()
            ? QRectF(-margin, -margin, image.view.widthPx() + 2 * margin, image.view.heightPx() + 2 * margin)
            : image.part);
    setMatrix(matrixBetween(image.view, now));
}

} // namespace tuban
