import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// The attribute table of a layer: its bar of filters and groups, the rows, the totals.
Rectangle {
    id: root

    required property Session session
    required property Workspace workspace
    property bool beside: false
    signal xlsxWanted(AttributeTable table)

    color: Theme.surface

    AttributeTable {
        id: table
        session: root.session
        layer: root.workspace.tableLayer
        selection: root.workspace.selection
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        TableBar {
            Layout.fillWidth: true
            session: root.session
            workspace: root.workspace
            table: table
            beside: root.beside
            onXlsxWanted: root.xlsxWanted(table)
        }
        FilterRow {
            Layout.fillWidth: true
            table: table
        }
        HLine {
            Layout.fillWidth: true
        }
        GroupList {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: table.groupBy !== ""
            table: table
        }
        TableGrid {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: table.groupBy === ""
            table: table
            onSelectionWanted: root.workspace.flyTo(table.selection.extent())
            onRowOpened: row => root.workspace.flyTo(root.session.featureExtent(table.layer, table.uidAt(row)))
        }
    }
    EmptyState {
        anchors.centerIn: parent
        width: Math.min(360, parent.width - 2 * Theme.s4)
        visible: !table.busy && (root.workspace.tableLayer === "" || table.rowCount === 0)
        iconName: "table"
        text: root.workspace.tableLayer === "" ? qsTr("Choose a layer")
            : table.problem ? table.problem : table.filters.length > 0 || table.selectedOnly
              ? qsTr("No feature fits these filters") : qsTr("This layer is empty")
        detail: root.workspace.tableLayer === "" ? qsTr("Its features are listed here, to sort, filter, group and sum") : ""
        actionText: table.filters.length > 0 ? qsTr("Clear the filters") : ""
        onAction: table.clearFilters()
    }
}
