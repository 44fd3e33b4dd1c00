pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Tuban
import Tuban.App

/// The rows: heads that sort, cells, totals; the selection is the map's.
Item {
    id: root

    required property AttributeTable table
    property int current: 0
    property int anchorRow: 0
    property bool byMouse: false ///< the last choice was a click: no ring
    property var setWidths: ({}) ///< by column, where a head was dragged
    readonly property list<real> widths: Array.from(table.columns, (column, i) => setWidths[i] ?? usualWidth(column))
    signal rowOpened(int row)
    signal selectionWanted

    onWidthsChanged: view.forceLayout()

    function usualWidth(column: var): real {
        const byType = column.type === "text" ? 150 : column.type === "date" ? 104 : column.type === "flag" ? 72 : 120;
        return Math.max(byType, (column.title.length + column.unit.length) * 13 + 40);
    }
    function choose(row: int, modifiers: int) {
        if (modifiers & Qt.ShiftModifier)
            table.selectRange(Math.min(anchorRow, row), Math.max(anchorRow, row));
        else
            table.selectRow(row, modifiers & Qt.ControlModifier ? "toggle" : "set");
        if (!(modifiers & Qt.ShiftModifier))
            anchorRow = row;
    }
    function step(by: int, modifiers: int) {
        const row = Math.max(0, Math.min(table.rowCount - 1, current + by));
        byMouse = false;
        current = row;
        view.positionViewAtRow(row, TableView.Contain);
        choose(row, modifiers);
    }
    TableHeads {
        id: heads
        width: parent.width
        widths: root.widths
        view: view
        table: root.table
        onSized: (column, width) => root.setWidths = Object.assign({}, root.setWidths, {[column]: width})
    }
    TableView {
        id: view
        objectName: "tableView"
        anchors.top: heads.bottom
        anchors.bottom: totals.top
        width: parent.width
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.table
        reuseItems: true
        bottomMargin: contentWidth > width ? Theme.s3 : 0 // under the scroll bar
        columnWidthProvider: column => root.widths[column] ?? 120
        rowHeightProvider: () => Theme.row
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Attribute table")
        T.ScrollBar.vertical: ScrollBar {}
        T.ScrollBar.horizontal: ScrollBar {}
        Keys.onUpPressed: event => root.step(-1, event.modifiers)
        Keys.onDownPressed: event => root.step(1, event.modifiers)
        Keys.onReturnPressed: root.rowOpened(root.current)
        Keys.onPressed: event => {
            if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp)
                root.step((event.key === Qt.Key_PageDown ? 1 : -1) * Math.floor(height / Theme.row), event.modifiers);
            else if (event.matches(StandardKey.Copy))
                root.table.copySelection();
            else if (event.matches(StandardKey.SelectAll))
                root.table.selectAllRows();
            else
                return;
            event.accepted = true;
        }
        delegate: TableCell {
            onClicked: (row, modifiers) => {
                view.forceActiveFocus(Qt.MouseFocusReason);
                root.byMouse = true;
                root.current = row;
                root.choose(row, modifiers);
            }
            onOpened: row => root.rowOpened(row)
            onMenuWanted: row => {
                if (!selected) {
                    root.current = row;
                    root.choose(row, Qt.NoModifier);
                }
                menu.row = row;
                menu.popup();
            }
        }
    }
    Menu {
        id: menu

        property int row: 0

        MenuItem {
            text: qsTr("Zoom to it")
            onTriggered: root.rowOpened(menu.row)
        }
        MenuItem {
            text: qsTr("Zoom to the selection")
            onTriggered: root.selectionWanted()
        }
        MenuItem {
            text: qsTr("Copy the selected rows with headings")
            onTriggered: root.table.copySelection()
        }
    }
    TableTotals {
        id: totals
        width: parent.width
        anchors.bottom: parent.bottom
        totals: root.table.totals
        widths: root.widths
        view: view
    }
    FocusRing {
        shown: view.activeFocus && !root.byMouse
        around: 0
        anchors.margins: 0
    }
    Connections {
        target: root.table.selection

        function onChanged() {
            const row = root.table.rowOf(root.table.selection.currentUid);
            if (row >= 0 && !view.activeFocus)
                view.positionViewAtRow(row, TableView.Contain);
        }
    }
}
