import QtQuick
import QtQuick.Templates as T
import Tuban

/// Yes or no.
T.CheckBox {
    id: root

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: Theme.row
    spacing: Theme.s2
    focusPolicy: Qt.StrongFocus
    Accessible.name: text

    indicator: Rectangle {
        x: 1
        y: (root.height - height) / 2
        width: Theme.s4
        height: Theme.s4
        radius: 3
        color: root.checked ? (root.enabled ? Theme.accent : Theme.disabled) : Theme.field
        border.width: root.checked ? 0 : 1
        border.color: root.enabled ? Theme.fieldLine : Theme.line

        Icon {
            anchors.centerIn: parent
            visible: root.checked
            icon: "check"
            sourceSize: Qt.size(Theme.s4, Theme.s4)
            color: Theme.accentInk
        }
        FocusRing {
            shown: root.visualFocus
            around: 3
        }
    }
    contentItem: Label {
        leftPadding: Theme.s4 + root.spacing + 1
        text: root.text
        elide: Text.ElideRight
        enabled: root.enabled
        Accessible.ignored: true
    }
}
