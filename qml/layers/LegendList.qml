pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Tuban
import Tuban.App

/// The legend of a layer, with how many and how much of each; its head says what the colours are by.
Column {
    id: root

    required property Session session
    required property LayerListModel layers
    required property string layerName
    signal styleMenuWanted

    bottomPadding: Theme.s1

    T.AbstractButton {
        id: by
        x: 44
        width: parent.width - x - Theme.s3
        height: 24
        focusPolicy: Qt.TabFocus
        text: qsTr("Colour by: %1").arg(legend.ruleText)
        Accessible.name: text
        onClicked: root.styleMenuWanted()
        background: Rectangle {
            radius: Theme.s1
            color: by.down ? Theme.pressed : by.hovered ? Theme.hover : "transparent"

            FocusRing {
                shown: by.visualFocus
                around: Theme.s1
            }
        }
        contentItem: Item {
            Label {
                x: Theme.s2
                width: Math.min(implicitWidth, parent.width - 28)
                anchors.verticalCenter: parent.verticalCenter
                text: by.text
                elide: Text.ElideRight
                quiet: true
                font.pixelSize: Theme.small
                Accessible.ignored: true

                Icon {
                    anchors.left: parent.right
                    anchors.leftMargin: 2
                    anchors.verticalCenter: parent.verticalCenter
                    icon: "chevron-down"
                    color: Theme.secondary
                    width: 14
                    height: 14
                }
            }
        }
    }
    Repeater {
        model: LegendModel {
            id: legend
            session: root.session
            layers: root.layers
            layer: root.layerName
            dark: Theme.dark
        }

        Item {
            id: entry
            required property string label
            required property string code
            required property string swatch
            required property int count
            required property string areaText

            width: root.width
            height: 24
            Accessible.role: Accessible.ListItem
            Accessible.name: label + " " + count + " " + areaText

            HoverHandler {
                id: hover
            }
            Image {
                id: sample
                x: 52
                anchors.verticalCenter: parent.verticalCenter
                width: 22
                height: 16
                source: entry.swatch
                sourceSize: Qt.size(44, 32)
            }
            Label {
                anchors.left: sample.right
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
