import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Tuban
import Tuban.App

/// Asks for name, coordinate system and place of a new plan.
Dialog {
    id: root

    required property Session session
    property url target

    title: qsTr("New plan")
    implicitWidth: 560
    onOpened: planName.forceActiveFocus()
    onAccepted: session.createPlan(target, crs.code, planName.text.trim())

    contentItem: ColumnLayout {
        spacing: Theme.s3

        FormRow {
            title: qsTr("Name")

            TextField {
                id: planName
                Layout.fillWidth: true
                placeholderText: qsTr("For instance: High-tech Zone 2024")
                Accessible.name: qsTr("Name")
            }
        }
        FormRow {
            title: qsTr("Coordinates")
            note: qsTr("All features are kept in this system; files in others are converted when they come in")

            CrsChoice {
                id: crs
                Layout.fillWidth: true
                onChosen: code => crs.code = code
            }
        }
        FormRow {
            title: qsTr("File")

            TextField {
                Layout.fillWidth: true
                readOnly: true
                text: decodeURIComponent(String(root.target).replace("file://", ""))
                placeholderText: qsTr("Where to keep it")
            }
            Button {
                text: qsTr("Choose…")
                onClicked: file.open()
            }
        }
    }
    buttons: [
        Button {
            text: qsTr("Cancel")
            onClicked: root.reject()
        },
        Button {
            primary: true
            text: qsTr("Create plan")
            enabled: planName.text.trim() && root.target != ""
            onClicked: root.accept()
        }
    ]

    FileDialog {
        id: file
        fileMode: FileDialog.SaveFile
        defaultSuffix: "sqlite"
        nameFilters: [qsTr("Tuban plan (*.sqlite)")]
        onAccepted: root.target = selectedFile
    }
}
