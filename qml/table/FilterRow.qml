pragma ComponentBehavior: Bound

import QtQuick
import Tuban
import Tuban.App

/// The filters in force as chips, and the way to add one.
Flow {
    id: root

    required property AttributeTable table

    leftPadding: Theme.s3
    rightPadding: Theme.s3
    bottomPadding: Theme.s2
    spacing: 6

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
        id: add
        flat: true
        iconName: "filter"
        text: qsTr("Filter")
        enabled: root.table.columns.length > 0
        onClicked: popup.open()

        FilterPopup {
            id: popup
            y: add.height + Theme.s1
            columns: root.table.columns
            onWanted: (column, op, text) => root.table.addFilter(column, op, text)
            onExpressionWanted: text => root.table.setFilterText(text)
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
