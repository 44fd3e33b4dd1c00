pragma ComponentBehavior: Bound

import QtQuick
import Tuban

/// A surface with the one level of shadow, for what floats above the sheet. Plain rectangles: it draws the same
/// without a graphics card.
Item {
    id: root

    property real corner: Theme.radius
    property color fill: Theme.surface

    Repeater {
        model: 5

        Rectangle {
            required property int index

            anchors.fill: parent
            anchors.margins: -1 - index
            anchors.topMargin: 1 - index
            anchors.bottomMargin: -3 - index
            radius: root.corner + 1 + index
            color: Theme.shadow
            opacity: 0.13
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: root.corner
        color: root.fill
        border.width: 1
        border.color: Theme.line
    }
}
