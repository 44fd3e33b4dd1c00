import QtQuick
import Tuban

/// The box that is being dragged.
Rectangle {
    id: root

    property BoxDrag drag: null
    property bool selecting: false
    readonly property point from: drag ? drag.centroid.pressPosition : Qt.point(0, 0)
    readonly property point to: drag ? drag.centroid.position : Qt.point(0, 0)

    visible: drag
    x: Math.min(from.x, to.x)
    y: Math.min(from.y, to.y)
    width: Math.abs(to.x - from.x)
    height: Math.abs(to.y - from.y)
    color: Theme.tinted(Theme.accent, selecting ? 0.14 : 0.06)
    border.width: 1
    border.color: Theme.accent
}
