import QtQuick
import Tuban
import Tuban.App

/// Whom the base map is owed to, at the corner of the map.
Rectangle {
    id: root

    required property BaseMap baseMap
    property real maximumWidth: 320

    implicitWidth: Math.min(label.implicitWidth, maximumWidth) + 2 * Theme.s2
    implicitHeight: 20
    visible: baseMap.shown && baseMap.attribution
    radius: Theme.s1
    color: Theme.tinted(Theme.surface, 0.85)

    Label {
        id: label
        anchors.fill: parent
        anchors.leftMargin: Theme.s2
        anchors.rightMargin: Theme.s2
        text: root.baseMap.attribution
        elide: Text.ElideRight
        quiet: true
        font.pixelSize: 11
    }
}
