#pragma once

#include "app/paint/scene.h"
#include "geo/paint/label.h"

#include <QImage>
#include <QRectF>

#include <vector>

namespace tuban {

/// Labels that have their places, and one picture with all of them side by side. Immutable.
struct LabelSheet {
    View view; ///< they were placed for
    Theme theme = Theme::Light;
    double deviceRatio = 1;
    std::vector<PlacedLabel> labels;
    QImage image;                ///< premultiplied
    std::vector<QRectF> inImage; ///< beside `labels`: device pixels; the label's centre is in the middle
    bool isComplete = true;      ///< false: time ran out before the least important ones were tried
};

/// What is asked for.
struct LabelOrder {
    std::shared_ptr<const Scene> scene; ///< never null
    View view;
    double marginPx = 0; ///< names around the view that a drag will bring in
    double deviceRatio = 1;
    std::shared_ptr<const LabelSheet> before; ///< what is shown now, may be null
};

/// Places the names of a scene and paints them; stops placing after 25 ms. Thread rule: any thread.
[[nodiscard]] std::shared_ptr<const LabelSheet> makeLabelSheet(const LabelOrder& order);

} // namespace tuban
