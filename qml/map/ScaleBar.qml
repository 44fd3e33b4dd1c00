import QtQuick
import QtLocation
import Tuban
import Tuban.App

/// A length on the ground in true metres at the middle of the map.
Item {
    id: root

    required property MapReadout readout
    required property Map map
    readonly property real metersPerPixel: readout.trueMetersPerPixel(map.center.latitude, map.bearing, map.zoomLevel)
    readonly property var bar: metersPerPixel > 0 ? readout.scaleBar(metersPerPixel, 140) : ({pixels: 0, text: ""})

    implicitWidth: bar.pixels + 2 * Theme.s2
    implicitHeight: 28
    visible: bar.pixels > 0
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Scale bar: %1").arg(bar.text)

    Rectangle {
        anchors.fill: parent
        radius: Theme.s1
        color: Theme.tinted(Theme.surface, 0.85)
    }
    Figure {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 2
        text: root.bar.text
        Accessible.ignored: true
    }
    Rectangle {
        x: Theme.s2
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 5
        width: root.bar.pixels
        height: 1.5
        color: Theme.ink

        Rectangle {
            y: -4
            width: 1.5
            height: 5
            color: Theme.ink
        }
        Rectangle {
            anchors.right: parent.right
            y: -4
            width: 1.5
            height: 5
            color: Theme.ink
        }
    }
}
