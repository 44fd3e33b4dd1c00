pragma ComponentBehavior: Bound

import QtQuick
import Tuban
import Tuban.App

/// The filters in force as chips; a click takes one away.
Flow {
    id: root

    required property AttributeTable table

    leftPadding: Theme.s3
    rightPadding: Theme.s3
    bottomPadding: Theme.s2
    spacing: 6
    visible: table.filters.length > 0 || table.problem

    Repeater {
        model: root.table.filters

        Chip {
            required property int index
            required property var modelData

            text: modelData.label
            removable: true
            onRemoved: root.table.removeFilter(index)
            onClicked: root.table.removeFilter(index)
        }
    }
    Button {
        flat: true
        visible: root.table.filters.length > 1
        text: qsTr("Clear")
        onClicked: root.table.clearFilters()
    }
    Label {
        visible: text && root.table.rowCount > 0
        height: Theme.row
        text: root.table.problem
        color: Theme.bad
    }
}
