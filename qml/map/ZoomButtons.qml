import QtQuick
import Tuban

/// Nearer, farther, everything.
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
    }
}
