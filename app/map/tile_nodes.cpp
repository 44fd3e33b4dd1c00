#include "app/map/tile_nodes.h"

#include <algorithm>
#include <cmath>

namespace tuban {

namespace {

bool isOwnScale(double worldSide, double sidePx, const View& view) {
    return view.isNorthUp() && std::abs(worldSide * view.pixelsPerWorld() / sidePx - 1) < 1e-4;
}

} // namespace

QMatrix4x4
tileMatrix(Point worldTopLeft, double worldSide, double sidePx, const View& view, double deviceRatio) {
    QMatrix4x4 matrix;
    if (isOwnScale(worldSide, sidePx, view)) {
        const Point screen = view.screenFromWorld(worldTopLeft);
        matrix.translate(static_cast<float>(std::round(screen.x * deviceRatio) / deviceRatio),
                         static_cast<float>(std::round(screen.y * deviceRatio) / deviceRatio));
        return matrix;
    }
    const double scale = worldSide / sidePx;
    const std::array<double, 9> place{
        scale, 0, worldTopLeft.x - view.centre().x, 0, scale, worldTopLeft.y - view.centre().y, 0, 0, 1};
    const std::array<double, 9> m = product3(view.matrix(), place);
    const auto f = [](double value) { return static_cast<float>(value); };
    return {
        f(m[0]), f(m[1]), 0, f(m[2]), f(m[3]), f(m[4]), 0, f(m[5]), 0, 0, 1, 0, f(m[6]), f(m[7]), 0, f(m[8])};
}

TileNodes::TileNodes(QQuickWindow* window) : m_window(window) {
    m_paper.setFlag(QSGNode::OwnedByParent, false);
    appendChildNode(&m_paper);
}

TileNodes::TileNode* TileNodes::nodeFor(const ShownTile& tile) {
    TileNode*& node = m_nodes[tile.key];
    if (node == nullptr) {
        node = new TileNode;
        node->picture.setFlag(QSGNode::OwnedByParent, false);
        node->picture.setOwnsTexture(true);
        node->picture.setRect(0, 0, tilePx, tilePx);
        node->appendChildNode(&node->picture);
    }
    if (node->serial != tile.serial) {
        node->picture.setTexture(m_window->createTextureFromImage(
            tile.image, m_isOpaque ? QQuickWindow::TextureIsOpaque : QQuickWindow::TextureHasAlphaChannel));
        node->serial = tile.serial;
    }
    return node;
}

/// Nodes for exactly these tiles, in their order; nothing is touched while the tiles stay the same.
void TileNodes::stack(const std::vector<ShownTile>& tiles) {
    if (std::ranges::equal(tiles, m_order, {}, &ShownTile::key)) {
        return;
    }
    removeAllChildNodes();
    appendChildNode(&m_paper);
    std::unordered_map<TileKey, TileNode*> stacked;
    m_order.clear();
    for (const ShownTile& tile : tiles) {
        TileNode* node = nodeFor(tile);
        appendChildNode(node);
        stacked.emplace(tile.key, node);
        m_order.push_back(tile.key);
    }
    for (const auto& [key, node] : m_nodes) {
        if (!stacked.contains(key)) {
            delete node;
        }
    }
    m_nodes = std::move(stacked);
}

void TileNodes::show(const std::vector<ShownTile>& tiles,
                     const View& view,
                     double deviceRatio,
                     const QColor& paper) {
    m_paper.setRect(0, 0, view.widthPx(), view.heightPx());
    m_paper.setColor(paper);
    m_isOpaque = paper.alpha() == 255;
    stack(tiles);
    for (const ShownTile& tile : tiles) {
        TileNode* node = nodeFor(tile);
        const double side = tile.key.worldSide();
        node->setMatrix(tileMatrix(tile.key.worldTopLeft(), side, tilePx, view, deviceRatio));
        node->picture.setFiltering(isOwnScale(side, tilePx, view) ? QSGTexture::Nearest : QSGTexture::Linear);
    }
}

} // namespace tuban
