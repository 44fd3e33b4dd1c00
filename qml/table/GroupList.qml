pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Tuban
import Tuban.App

/// The groups of a column with how many there are and the sums of the figures.
Item {
    id: root

    required property AttributeTable table
    readonly property list<int> summed: Array.from(table.columns, (column, i) => i).filter(
        i => Array.from(table.groupRows).some(group => group.sums[i]))
    readonly property string groupTitle: Array.from(table.columns).find(column => column.name === table.groupBy)?.title ?? ""

    Rectangle {
        id: heads
        width: parent.width
        height: Theme.row
        color: Theme.canvas

        GroupLine {
            width: root.width
            strong: true
            label: root.groupTitle
            count: qsTr("Count")
            sums: root.summed.map(i => [root.table.columns[i].title, root.table.columns[i].unit].filter(t => t).join(" "))
        }
        HLine {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    ListView {
        anchors.top: heads.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        model: root.table.groupRows
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        T.ScrollBar.vertical: ScrollBar {}
        delegate: GroupLine {
            required property var modelData

            width: ListView.view.width
            label: modelData.label || qsTr("(empty)")
            count: Number(modelData.count).toLocaleString(Qt.locale("en"), "f", 0)
            sums: root.summed.map(i => modelData.sums[i])
            onOpened: {
                root.table.addFilter(root.table.groupBy, modelData.label ? "=" : "empty", modelData.label);
                root.table.groupBy = "";
            }
        }
    }
}
