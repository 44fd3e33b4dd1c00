import QtQuick
import QtQuick.Templates as T
import Tuban

/// A command as a drawing; its tooltip says the name and the key.
T.ToolButton {
    id: root

    required property string iconName
    property string keyText
    property bool on: false
    property int side: Theme.row
    property color inkColour: Theme.ink

    implicitWidth: side
    implicitHeight: side
    focusPolicy: Qt.TabFocus
    Accessible.name: text
    Accessible.checkable: on
    Accessible.checked: on

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            icon: root.iconName
            color: !root.enabled ? Theme.disabled : root.on ? Theme.accent : root.inkColour
        }
    }
    background: Rectangle {
        radius: Theme.s1
        color: root.on ? Theme.chosen : root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"

        FocusRing {
            shown: root.visualFocus
            around: Theme.s1
        }
    }

    ToolTip {
        shown: root.hovered || root.visualFocus
        text: root.text
        keyText: root.keyText
    }
}
