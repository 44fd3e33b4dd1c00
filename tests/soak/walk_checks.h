#pragma once

#include "app/map/plan_layer_item.h"

#include <QImage>

namespace tuban {

/// CPU time of the calling thread.
[[nodiscard]] double threadCpuMs();
/// Memory of this process that is in RAM, after the allocator has given back what it can.
[[nodiscard]] double residentMb();
/// Blocks of 64 × 64 pixels of a settled, north-up window that are one colour while a picture of the same
/// scene, painted by itself, has something there.
[[nodiscard]] int blankBlocksOf(const QImage& window, const PlanLayerItem& item, const QQuickItem& map);

} // namespace tuban
