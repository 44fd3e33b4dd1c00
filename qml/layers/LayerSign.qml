import QtQuick
import Tuban

/// How a layer looks on the map, in 16 px.
Item {
    id: root

    required property string geometry
    required property color colour

    implicitWidth: 16
    implicitHeight: 16
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        anchors.margins: 1
        visible: root.geometry === "area"
        radius: 2
        color: Theme.tinted(root.colour, 0.85)
        border.width: 1
        border.color: Theme.dark ? Qt.lighter(root.colour, 1.25) : Qt.darker(root.colour, 1.35)
    }
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        visible: root.geometry === "line"
        width: parent.width
        height: 3
        radius: 1.5
        color: root.colour
    }
    Rectangle {
        anchors.centerIn: parent
        visible: root.geometry === "point"
        width: 10
        height: 10
        radius: 5
        color: root.colour
        border.width: 1
        border.color: Theme.surface
    }
}
