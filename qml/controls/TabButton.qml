import QtQuick
import QtQuick.Templates as T
import Tuban

/// One place in the middle of the window.
T.TabButton {
    id: root

    width: implicitWidth
    implicitWidth: contentItem.implicitWidth + 2 * Theme.s3
    implicitHeight: Theme.row
    focusPolicy: Qt.StrongFocus
    Accessible.name: text

    contentItem: Label {
        text: root.text
        horizontalAlignment: Text.AlignHCenter
        color: root.checked ? Theme.accent : Theme.ink
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.checked ? Theme.chosen : root.hovered ? Theme.hover : "transparent"

        FocusRing {
            shown: root.visualFocus
        }
    }
}
