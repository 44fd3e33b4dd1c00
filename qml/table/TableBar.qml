import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// Which layer, how many rows, grouped by what, only the selected ones; copy and XLSX.
Item {
    id: root

    required property Session session
    required property Workspace workspace
    required property AttributeTable table
    property bool beside: false
    signal xlsxWanted

    implicitHeight: 40

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.s3
        anchors.rightMargin: Theme.s2
        spacing: Theme.s2

        ComboBox {
            id: layers
            objectName: "tableLayer"
            Layout.preferredWidth: 180
            model: root.session.layers
            textRole: "title"
            valueRole: "name"
            displayText: currentIndex < 0 ? qsTr("Choose a layer") : currentText
            currentIndex: root.session.layers.findIndex(layer => layer.name === root.workspace.tableLayer)
            Accessible.name: qsTr("Layer")
            onActivated: root.workspace.tableLayer = currentValue
        }
        Figure {
            text: root.table.rowCount < root.table.featureCount
                ? qsTr("%1 of %2").arg(count(root.table.rowCount)).arg(count(root.table.featureCount))
                : count(root.table.featureCount)
            color: Theme.secondary

            function count(figure: int): string {
                return figure.toLocaleString(Qt.locale("en"), "f", 0);
            }
        }
        Button {
            id: add
            objectName: "addFilter"
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
        ProgressLine {
            Layout.preferredWidth: 60
            visible: root.table.busy
        }
        Item {
            Layout.fillWidth: true
        }
        CheckBox {
            text: qsTr("Selected only")
            checked: root.table.selectedOnly
            onToggled: root.table.selectedOnly = checked
        }
        Label {
            Layout.leftMargin: Theme.s2
            text: qsTr("Group by")
            quiet: true
        }
        ComboBox {
            objectName: "groupBy"
            Layout.preferredWidth: 140
            model: [{name: "", title: qsTr("nothing")}].concat(
                Array.from(root.table.columns, column => ({name: column.name, title: column.title})))
            textRole: "title"
            valueRole: "name"
            currentIndex: Math.max(0, indexOfValue(root.table.groupBy))
            Accessible.name: qsTr("Group by")
            onActivated: root.table.groupBy = currentValue
        }
        IconButton {
            iconName: "copy"
            text: qsTr("Copy the selected rows with headings")
            keyText: "Ctrl+C"
            onClicked: root.table.copySelection()
        }
        IconButton {
            iconName: "sheet"
            text: qsTr("To a spreadsheet (XLSX)…")
            onClicked: root.xlsxWanted()
        }
        IconButton {
            visible: root.beside
            iconName: "close"
            text: qsTr("Close the table")
            keyText: "F6"
            onClicked: root.workspace.tableBeside = false
        }
    }
}
