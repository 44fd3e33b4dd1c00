import QtQuick
import QtQuick.Layouts
import Tuban

/// What happens where a feature is there already, and where a shape is not valid.
ColumnLayout {
    id: root

    required property var source
    required property ImportChoices choices

    spacing: Theme.s3

    FormRow {
        title: qsTr("Already in the plan")
        note: qsTr("A second import never doubles. Features that the file no longer has are listed and stay")

        ComboBox {
            Layout.preferredWidth: 280
            model: [{code: "", label: qsTr("Stop and say so")}, {code: "replace", label: qsTr("Replace with the file's")},
                {code: "keep", label: qsTr("Keep ours, add what is new")}, {code: "skip", label: qsTr("Leave out")}]
            textRole: "label"
            valueRole: "code"
            currentIndex: model.findIndex(entry => entry.code === root.choices.onMatch)
            Accessible.name: qsTr("Already in the plan")
            onActivated: root.choices.onMatch = currentValue
        }
        Label {
            text: qsTr("known by")
            quiet: true
        }
        ComboBox {
            Layout.preferredWidth: 200
            model: [{column: "", title: qsTr("number, then shape")}, {column: "shape", title: qsTr("shape")}].concat(
                Array.from(root.source.mapping).filter(entry => entry.field).map(entry => ({column: entry.column, title: entry.title})))
            textRole: "title"
            valueRole: "column"
            currentIndex: Math.max(0, model.findIndex(entry => entry.column === root.choices.match))
            Accessible.name: qsTr("known by")
            onActivated: root.choices.match = currentValue
        }
        Item {
            Layout.fillWidth: true
        }
    }
    FormRow {
        title: qsTr("Invalid shapes")

        ComboBox {
            Layout.preferredWidth: 280
            model: [{code: "repair", label: qsTr("Repair and list them")}, {code: "skip", label: qsTr("Leave out and list them")},
                {code: "stop", label: qsTr("Stop")}]
            textRole: "label"
            valueRole: "code"
            currentIndex: model.findIndex(entry => entry.code === root.choices.onInvalid)
            Accessible.name: qsTr("Invalid shapes")
            onActivated: root.choices.onInvalid = currentValue
        }
    }
}
