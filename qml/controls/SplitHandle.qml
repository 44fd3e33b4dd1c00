import QtQuick
import QtQuick.Templates as T
import Tuban

/// The line between two parts of the window, to be dragged.
Rectangle {
    id: root

    readonly property bool touched: T.SplitHandle.hovered || T.SplitHandle.pressed

    implicitWidth: 1
    implicitHeight: 1
    color: touched ? Theme.accent : Theme.line
    containmentMask: Item {
        x: root.width < root.height ? -4 : 0
        y: root.width < root.height ? 0 : -4
        width: root.width < root.height ? 9 : root.width
        height: root.width < root.height ? root.height : 9
    }
}
