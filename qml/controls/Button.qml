import QtQuick
import QtQuick.Templates as T
import Tuban

/// A command in words. One per dialog is `primary`.
T.Button {
    id: root

    property bool primary: false
    property bool danger: false
    property string iconName
    readonly property color strongFill: danger ? Theme.bad : Theme.accent
    readonly property color inkNow: !enabled ? Theme.disabled : primary ? Theme.accentInk : danger ? Theme.bad
                                  : flat ? Theme.accent : Theme.ink

    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, flat ? 0 : 72)
    implicitHeight: Theme.row
    leftPadding: flat ? Theme.s2 : Theme.s3
    rightPadding: leftPadding
    spacing: 6
    focusPolicy: Qt.StrongFocus
    Accessible.name: text

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        Row {
            id: row
            anchors.centerIn: parent
            spacing: root.spacing

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.iconName
                icon: root.iconName
                color: root.inkNow
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                color: root.inkNow
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.primary ? (root.enabled ? root.strongFill : Theme.pressed)
             : root.down ? Theme.pressed : root.hovered ? Theme.hover : root.flat ? "transparent" : Theme.surface
        border.width: root.primary || root.flat ? 0 : 1
        border.color: root.enabled ? Theme.fieldLine : Theme.line

        Rectangle {
            anchors.fill: parent
            visible: root.primary && root.enabled && (root.hovered || root.down)
            radius: parent.radius
            color: Theme.tinted(Theme.dark ? "#FFFFFF" : "#000000", root.down ? 0.18 : 0.09)
        }
        FocusRing {
            shown: root.visualFocus
        }
    }
}
