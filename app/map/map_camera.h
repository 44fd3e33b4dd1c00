#pragma once

#include "geo/paint/view.h"

#include <QMetaMethod>
#include <QPointer>
#include <QQuickItem>

namespace tuban {

/// What a Map of Qt Location shows now, read from its public properties.
[[nodiscard]] CameraState cameraOf(const QQuickItem& map);

/// Lets an item follow a Map: it is as large, and `slot` (a slot without arguments, "cameraChanged()") runs
/// whenever the camera moves. Replaces the following of `before`.
void followMap(QQuickItem* item, QQuickItem* before, QQuickItem* map, const char* slot);

} // namespace tuban
