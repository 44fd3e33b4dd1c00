import QtQuick
import QtQuick.Templates as T
import Tuban

/// One command in a menu, with its drawing and its key.
T.MenuItem {
    id: root

    property Command command: action as Command
    property string keyText: command?.keyText ?? ""

    implicitWidth: 240
    implicitHeight: visible ? Theme.row : 0
    leftPadding: Theme.s2
    rightPadding: Theme.s2
    Accessible.name: text

    contentItem: Item {
        Icon {
            id: drawing
            anchors.verticalCenter: parent.verticalCenter
            icon: root.command?.on || root.checked ? "check" : root.command?.iconName ?? ""
            color: root.enabled ? Theme.secondary : Theme.disabled
            width: Theme.iconSize
        }
        Label {
            anchors.left: drawing.right
            anchors.leftMargin: Theme.s2
            anchors.right: keys.left
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            elide: Text.ElideRight
            enabled: root.enabled
            Accessible.ignored: true
        }
        Label {
            id: keys
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: root.keyText
            quiet: true
            font.pixelSize: Theme.small
            visible: !root.subMenu
        }
        Icon {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: root.subMenu
            icon: "chevron-right"
            color: Theme.secondary
        }
    }
    background: Rectangle {
        radius: Theme.s1
        color: root.highlighted || root.hovered ? Theme.hover : "transparent"
    }
}
