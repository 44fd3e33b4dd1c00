import QtQuick
import QtQuick.Templates as T
import Tuban

/// A row of a list that can be chosen.
T.ItemDelegate {
    id: root

    property bool current: false
    property string iconName
    property string detail

    implicitWidth: 160
    implicitHeight: Theme.row
    leftPadding: Theme.s2
    rightPadding: Theme.s2
    Accessible.name: text

    contentItem: Item {
        Icon {
            id: drawing
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName
            width: visible ? Theme.iconSize : 0
            icon: root.iconName
            color: root.enabled ? Theme.secondary : Theme.disabled
        }
        Label {
            anchors {
                left: drawing.right
                leftMargin: root.iconName ? Theme.s2 : 0
                right: aside.left
                rightMargin: root.detail ? Theme.s3 : 0
                verticalCenter: parent.verticalCenter
            }
            text: root.text
            elide: Text.ElideRight
            enabled: root.enabled
            Accessible.ignored: true
        }
        Label {
            id: aside
            anchors.right: tick.left
            anchors.rightMargin: tick.visible ? Theme.s1 : 0
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width / 2)
            text: root.detail
            quiet: true
            font.pixelSize: Theme.small
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignRight
        }
        Icon {
            id: tick
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: root.current
            width: visible ? Theme.iconSize : 0
            icon: "check"
            color: Theme.accent
        }
    }
    background: Rectangle {
        radius: Theme.s1
        color: root.down ? Theme.pressed : root.highlighted || root.hovered ? Theme.hover : "transparent"

        FocusRing {
            shown: root.visualFocus
            around: Theme.s1
            anchors.margins: 0
        }
    }
}
