pragma ComponentBehavior: Bound

import QtQuick
import Tuban

/// One group, or the heads of the groups. A double click lists its features.
Item {
    id: root

    required property string label
    required property string count
    required property var sums
    property bool strong: false
    signal opened

    height: Theme.row
    Accessible.role: Accessible.Row
    Accessible.name: [label, count].concat(sums).join(" ")

    HoverHandler {
        id: hover
    }
    Rectangle {
        anchors.fill: parent
        color: hover.hovered && !root.strong ? Theme.hover : "transparent"
    }
    TapHandler {
        enabled: !root.strong
        onDoubleTapped: root.opened()
    }
    Row {
        height: parent.height

        Label {
            width: 220
            height: parent.height
            leftPadding: Theme.s3
            text: root.label
            strong: root.strong
            elide: Text.ElideRight
        }
        Label {
            width: 90
            height: parent.height
            rightPadding: Theme.s2
            text: root.count
            strong: root.strong
            horizontalAlignment: Text.AlignRight
            font.features: ({"tnum": 1})
        }
        Repeater {
            model: root.sums

            Label {
                required property string modelData

                width: 170
                height: Theme.row
                rightPadding: Theme.s2
                text: modelData
                strong: root.strong
                horizontalAlignment: Text.AlignRight
                elide: Text.ElideLeft
                font.features: ({"tnum": 1})
            }
        }
    }
}
