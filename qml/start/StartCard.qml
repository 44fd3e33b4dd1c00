import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tuban

/// A large way in.
T.AbstractButton {
    id: root

    required property Command command
    property string detail

    Layout.fillWidth: true
    Layout.preferredWidth: 1
    implicitHeight: 104
    padding: Theme.s3
    focusPolicy: Qt.StrongFocus
    text: command.text
    Accessible.name: text
    onClicked: command.trigger()

    contentItem: Column {
        spacing: Theme.s1

        Icon {
            icon: root.command.iconName
            color: Theme.accent
        }
        Label {
            width: parent.width
            topPadding: Theme.s1
            text: root.text
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: root.detail
            quiet: true
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : Theme.surface
        border.width: 1
        border.color: root.hovered ? Theme.fieldLine : Theme.line

        FocusRing {
            shown: root.visualFocus
        }
    }
}
