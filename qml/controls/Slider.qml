import QtQuick
import QtQuick.Templates as T
import Tuban

/// A value between two ends.
T.Slider {
    id: root

    implicitWidth: 160
    implicitHeight: Theme.row
    padding: Theme.s1
    focusPolicy: Qt.StrongFocus

    handle: Rectangle {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: (root.height - height) / 2
        width: Theme.s4
        height: Theme.s4
        radius: Theme.s2
        color: root.pressed ? Theme.accent : Theme.surface
        border.width: 2
        border.color: root.enabled ? Theme.accent : Theme.disabled

        FocusRing {
            shown: root.visualFocus
            around: Theme.s2
        }
    }
    background: Rectangle {
        x: root.leftPadding
        y: (root.height - height) / 2
        width: root.availableWidth
        height: Theme.s1
        radius: 2
        color: Theme.pressed

        Rectangle {
            width: root.visualPosition * parent.width
            height: parent.height
            radius: 2
            color: root.enabled ? Theme.accent : Theme.disabled
        }
    }
}
