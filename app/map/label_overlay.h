#pragma once

#include "app/map/label_sheet.h"

#include <QPointer>
#include <QQuickItem>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace tuban {

/// The names on the map. They are placed for a view and a margin around it on a thread of their own; each
/// frame shows them where their ground is, so that they neither lag behind the map nor turn with it. GUI
/// thread.
class LabelOverlay : public QQuickItem {
    Q_OBJECT

public:
    explicit LabelOverlay(QQuickItem* parent = nullptr);
    ~LabelOverlay() override;

    void setMap(QQuickItem* map);
    void setScene(std::shared_ptr<const Scene> scene);

    /// What is shown; null before the first.
    [[nodiscard]] std::shared_ptr<const LabelSheet> sheet() const { return m_sheet; }
    /// True when the names are those of the scene and the view as they are now.
    [[nodiscard]] bool isSettled() const;

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;

private Q_SLOTS:
    void cameraChanged();

private:
    void place();
    void accept(const std::shared_ptr<const LabelSheet>& sheet, const std::shared_ptr<const Scene>& scene);
    [[nodiscard]] View viewNow() const;
    [[nodiscard]] bool isWanted(const View& now) const;

    QPointer<QQuickItem> m_map;
    std::shared_ptr<const Scene> m_scene;
    std::shared_ptr<const Scene> m_placedScene; ///< of m_sheet
    std::shared_ptr<const LabelSheet> m_sheet;
    double m_sheetRatio = 1;
    bool m_isPlacing = false;
    QTimer m_pause; ///< between two placements while the camera moves
    QThreadPool m_pool;
};

} // namespace tuban
