import QtQuick
import QtQuick.Templates as T
import Tuban

/// One of a few that are all in sight.
T.RadioButton {
    id: root

    property string detail

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.row, contentItem.implicitHeight + Theme.s2)
    focusPolicy: Qt.StrongFocus
    Accessible.name: text

    indicator: Rectangle {
        x: 1
        y: 6
        width: Theme.s4
        height: Theme.s4
        radius: Theme.s2
        color: Theme.field
        border.width: root.checked ? 5 : 1
        border.color: root.checked ? Theme.accent : Theme.fieldLine

        FocusRing {
            shown: root.visualFocus
            around: Theme.s2
        }
    }
    contentItem: Column {
        leftPadding: Theme.s4 + Theme.s2 + 1
        topPadding: Theme.s1

        Label {
            text: root.text
            Accessible.ignored: true
        }
        Label {
            visible: root.detail
            text: root.detail
            quiet: true
            font.pixelSize: Theme.small
            width: Math.max(root.width - parent.leftPadding, 0)
            wrapMode: Text.Wrap
        }
    }
}
