import QtQuick
import Tuban

/// A word that stands out without shouting.
Rectangle {
    property alias text: label.text
    property color tone: Theme.secondary

    implicitWidth: label.implicitWidth + 2 * Theme.s2
    implicitHeight: 20
    radius: Theme.s1
    color: Theme.tinted(tone, Theme.dark ? 0.2 : 0.1)

    Label {
        id: label
        anchors.centerIn: parent
        font.pixelSize: Theme.small
        color: parent.tone
    }
}
