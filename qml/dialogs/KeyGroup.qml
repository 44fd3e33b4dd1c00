pragma ComponentBehavior: Bound

import QtQuick
import Tuban

/// Keys of one kind of command.
Column {
    id: root

    required property string title
    required property var rows ///< [[keys, name]]

    width: 340
    bottomPadding: Theme.s1

    Label {
        text: root.title
        strong: true
        height: Theme.row
    }
    Repeater {
        model: root.rows

        Item {
            id: row
            required property var modelData

            width: root.width
            height: 24

            Label {
                width: parent.width - keys.width - Theme.s2
                text: row.modelData[1]
                elide: Text.ElideRight
            }
            Label {
                id: keys
                anchors.right: parent.right
                text: row.modelData[0]
                quiet: true
                font.pixelSize: Theme.small
            }
        }
    }
}
