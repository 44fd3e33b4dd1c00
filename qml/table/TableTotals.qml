pragma ComponentBehavior: Bound

import QtQuick
import Tuban

/// The sums under the columns.
Rectangle {
    id: root

    required property var totals
    required property list<real> widths
    required property TableView view

    height: visible ? Theme.row : 0
    visible: Array.from(totals).some(text => text)
    clip: true
    color: Theme.canvas

    HLine {
        width: parent.width
    }
    Row {
        x: -root.view.contentX
        height: parent.height

        Repeater {
            model: root.totals

            Label {
                required property int index
                required property string modelData

                width: root.widths[index] ?? 120
                height: parent.height
                rightPadding: Theme.s2
                leftPadding: Theme.s2
                text: modelData
                strong: true
                horizontalAlignment: index === 0 ? Text.AlignLeft : Text.AlignRight
                elide: Text.ElideRight
                font.features: ({"tnum": 1})
            }
        }
    }
}
