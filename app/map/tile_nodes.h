#pragma once

#include "app/map/tile_grid.h"
#include "geo/paint/view.h"

#include <QImage>
#include <QMatrix4x4>
#include <QQuickWindow>
#include <QSGSimpleRectNode>
#include <QSGSimpleTextureNode>
#include <QSGTransformNode>

#include <unordered_map>
#include <vector>

namespace tuban {

/// A tile to be shown.
struct ShownTile {
    TileKey key;
    QImage image;
    std::uint64_t serial = 0;
};

/// The tiles of a frame in the scene graph: paper, then one texture a tile. Thread rule: render thread while
/// the GUI thread waits (updatePaintNode).
class TileNodes : public QSGNode {
public:
    explicit TileNodes(QQuickWindow* window);

    /// Shows these tiles and no others, the first lowest. \param deviceRatio of the window \param paper fills the
    /// item below them; transparent when the tiles are
    void show(const std::vector<ShownTile>& tiles, const View& view, double deviceRatio, const QColor& paper);

private:
    struct TileNode : QSGTransformNode {
        QSGSimpleTextureNode picture;
        std::uint64_t serial = 0;
    };
    TileNode* nodeFor(const ShownTile& tile);
    void stack(const std::vector<ShownTile>& tiles);

    QQuickWindow* m_window;
    bool m_isOpaque = true;
    QSGSimpleRectNode m_paper;
    std::unordered_map<TileKey, TileNode*> m_nodes; // children of this node
    std::vector<TileKey> m_order;                   // as they lie over each other
};

/// The matrix that puts a square of the world, drawn in a square of `sidePx`, on the screen. Tiles at their
/// own scale on a map that is north up come to lie on whole device pixels.
[[nodiscard]] QMatrix4x4
tileMatrix(Point worldTopLeft, double worldSide, double sidePx, const View& view, double deviceRatio);

} // namespace tuban
