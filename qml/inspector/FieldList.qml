pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// The attributes by the titles of the catalogue. A double click or Enter edits one.
ColumnLayout {
    id: root

    required property InspectorModel card
    property bool writable: true

    spacing: 0

    Repeater {
        model: root.card

        FieldRow {
            Layout.fillWidth: true
            writable: root.writable
            onEdited: text => root.card.edit(column, text)
        }
    }
}
