#pragma once

#include "app/map/label_sheet.h"

#include <QQuickWindow>
#include <QSGSimpleTextureNode>
#include <QSGTexture>
#include <QSGTransformNode>

#include <memory>
#include <vector>

namespace tuban {

/// Shows a LabelSheet under any camera: each name stays with its ground, upright and as large as it is.
/// Thread rule: render thread while the GUI thread waits.
class LabelNodes : public QSGNode {
public:
    void show(const std::shared_ptr<const LabelSheet>& sheet,
              const View& now,
              double deviceRatio,
              QQuickWindow* window);

private:
    void take(const std::shared_ptr<const LabelSheet>& sheet, double deviceRatio, QQuickWindow* window);

    std::shared_ptr<const LabelSheet> m_sheet;
    std::unique_ptr<QSGTexture> m_texture;
    std::vector<QSGTransformNode*> m_nodes; ///< beside the labels of the sheet
};

} // namespace tuban
