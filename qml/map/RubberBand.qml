import QtQuick
import Tuban

/// The box that is being dragged. Drawn to the left it selects what it touches: then its edge is dashed.
Item {
    id: root

    property BoxDrag drag: null
    property bool selecting: false
    readonly property point from: drag ? drag.centroid.pressPosition : Qt.point(0, 0)
    readonly property point to: drag ? drag.centroid.position : Qt.point(0, 0)
    readonly property bool touching: selecting && to.x < from.x

    visible: drag
    x: Math.min(from.x, to.x)
    y: Math.min(from.y, to.y)
    width: Math.abs(to.x - from.x)
    height: Math.abs(to.y - from.y)

    Rectangle {
        anchors.fill: parent
        color: Theme.tinted(Theme.accent, root.selecting ? 0.14 : 0.06)
        border.width: root.touching ? 0 : 1
        border.color: Theme.accent
    }
    DashedBox {
        anchors.fill: parent
        visible: root.touching
    }
}
