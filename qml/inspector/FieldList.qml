pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// The attributes by the titles of the catalogue, in parts that fold; those without a value are folded at first.
/// A double click or Enter edits one.
ColumnLayout {
    id: root

    required property InspectorModel card
    property bool writable: true
    property var turned: ({}) ///< parts that were folded or unfolded by hand

    spacing: 0

    Repeater {
        id: rows
        model: root.card

        FieldRow {
            readonly property FieldRow before: index > 0 ? rows.itemAt(index - 1) as FieldRow : null

            Layout.fillWidth: true
            writable: root.writable
            first: !before || before.section !== section
            open: root.turned[section] ?? (first ? value !== "" : before.open)
            onTurnWanted: root.turned = Object.assign({}, root.turned, {[section]: !open})
            onEdited: text => root.card.edit(column, text)
        }
    }
}
