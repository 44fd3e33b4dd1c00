import QtQuick
import QtQuick.Templates as T
import Tuban

/// A choice as a word, or a filter that can be taken away.
T.AbstractButton {
    id: root

    property bool removable: false
    property bool on: false
    signal removed

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: Theme.row
    leftPadding: Theme.s3
    rightPadding: removable ? Theme.s1 : Theme.s3
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.checkable: on
    Accessible.checked: on
    Keys.onDeletePressed: if (removable) root.removed()

    contentItem: Row {
        spacing: Theme.s1

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: !root.enabled ? Theme.disabled : root.on ? Theme.accentInk : Theme.ink
            Accessible.ignored: true
        }
        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.removable
            side: 20
            iconName: "close"
            inkColour: Theme.secondary
            text: qsTr("Remove")
            focusPolicy: Qt.NoFocus
            onClicked: root.removed()
        }
    }
    background: Rectangle {
        radius: height / 2
        color: root.on ? Theme.accent : root.down ? Theme.pressed : root.hovered ? Theme.hover : Theme.surface
        border.width: root.on ? 0 : 1
        border.color: Theme.fieldLine

        FocusRing {
            shown: root.visualFocus
            around: parent.height / 2
        }
    }
}
