pragma ComponentBehavior: Bound

import QtQuick
import Tuban
import Tuban.App

/// The legend of a layer, with how many and how much of each.
Column {
    id: root

    required property Session session
    required property string layerName

    bottomPadding: Theme.s1

    Repeater {
        model: LegendModel {
            session: root.session
            layer: root.layerName
        }

        Item {
            id: entry
            required property string label
            required property string code
            required property color colour
            required property int count
            required property string areaText

            width: root.width
            height: 24
            Accessible.role: Accessible.ListItem
            Accessible.name: label + " " + count + " " + areaText

            HoverHandler {
                id: hover
            }
            Rectangle {
                id: swatch
                x: 52
                anchors.verticalCenter: parent.verticalCenter
                width: 20
                height: 14
                radius: 2
                color: Theme.tinted(entry.colour, 0.85)
                border.width: 1
                border.color: Theme.dark ? Qt.lighter(entry.colour, 1.2) : Qt.darker(entry.colour, 1.35)
            }
            Label {
                anchors.left: swatch.right
                anchors.leftMargin: Theme.s2
                anchors.right: figure.left
                anchors.rightMargin: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                text: entry.label
                font.pixelSize: Theme.small
                elide: Text.ElideRight
            }
            Figure {
                id: figure
                anchors.right: parent.right
                anchors.rightMargin: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                text: entry.count.toLocaleString(Qt.locale("en"), "f", 0)
                color: Theme.secondary
            }
            ToolTip {
                shown: hover.hovered
                text: [entry.code, entry.label, entry.areaText].filter(part => part).join(Theme.dot)
            }
        }
    }
}
