pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tuban

/// Which field of the file fills which column of the layer.
Section {
    id: root

    required property var source
    required property ImportChoices choices
    readonly property list<string> fields: [qsTr("– leave empty –")].concat(Array.from(source.fields))
    readonly property int filled: Array.from(source.mapping).filter(entry => choices.changedFields[entry.column] ?? entry.field).length

    title: qsTr("Columns")
    note: qsTr("%1 of %2 filled").arg(filled).arg(source.mapping.length)

    GridLayout {
        Layout.fillWidth: true
        columns: 2
        columnSpacing: Theme.s6
        rowSpacing: Theme.s1

        Repeater {
            model: root.source.mapping

            RowLayout {
                id: row
                required property var modelData
                readonly property string field: root.choices.changedFields[modelData.column] ?? modelData.field

                Layout.fillWidth: true
                Layout.maximumWidth: 420
                spacing: Theme.s2

                Label {
                    Layout.preferredWidth: 130
                    Layout.fillWidth: true
                    text: row.modelData.title
                    quiet: !row.field
                    elide: Text.ElideRight
                }
                ComboBox {
                    Layout.preferredWidth: 200
                    model: root.fields
                    currentIndex: row.field ? root.fields.indexOf(row.field) : 0
                    Accessible.name: row.modelData.title
                    onActivated: index => root.choices.setField(row.modelData.column, index > 0 ? root.fields[index] : "")
                }
            }
        }
    }
}
