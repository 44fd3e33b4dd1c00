import QtQuick
import Tuban

/// The ring around what has the keyboard.
Rectangle {
    property bool shown: false
    property real around: Theme.radius

    anchors.fill: parent
    anchors.margins: -Theme.focusWidth
    visible: shown
    color: "transparent"
    radius: around + Theme.focusWidth
    border.width: Theme.focusWidth
    border.color: Theme.accent
    z: 10
}
