import QtQuick
import Tuban

/// Nearer, farther, everything, and back to where one was.
Item {
    id: root

    required property Commands commands

    implicitWidth: 36
    implicitHeight: column.height + 2 * Theme.s1

    ShadowBox {
        anchors.fill: parent
    }
    Column {
        id: column
        x: 2
        y: Theme.s1
        spacing: 2

        CommandButton {
            side: 32
            command: root.commands.zoomIn
        }
        CommandButton {
            side: 32
            command: root.commands.zoomOut
        }
        CommandButton {
            side: 32
            command: root.commands.zoomFull
        }
        HLine {
            width: 32
        }
        CommandButton {
            side: 32
            command: root.commands.viewBack
        }
        CommandButton {
            side: 32
            command: root.commands.viewForward
        }
    }
}
