import QtQuick
import Tuban

/// Says on every picture of a demo plan that its progress is invented.
Rectangle {
    property alias text: label.text

    visible: text
    implicitWidth: label.implicitWidth + 2 * Theme.s3
    implicitHeight: 24
    radius: Theme.s1
    color: Theme.tinted(Theme.surface, 0.85)
    border.width: 1
    border.color: Theme.warn

    Label {
        id: label
        anchors.centerIn: parent
        color: Theme.warn
        font.pixelSize: Theme.small
    }
}
