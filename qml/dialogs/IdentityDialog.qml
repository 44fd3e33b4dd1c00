import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// Asks once who is working here: marks and edits carry the name.
Dialog {
    id: root

    title: qsTr("Who are you?")
    implicitWidth: 440
    onAboutToShow: {
        person.text = Preferences.userName;
        unit.text = Preferences.userUnit;
    }
    onOpened: person.forceActiveFocus()
    onAccepted: {
        Preferences.userName = person.text.trim();
        Preferences.userUnit = unit.text.trim();
    }

    contentItem: ColumnLayout {
        spacing: Theme.s3

        Label {
            Layout.fillWidth: true
            text: qsTr("Each mark and each edit says who made it. It is asked once and can be changed at the top right.")
            quiet: true
            wrapMode: Text.Wrap
        }
        FormRow {
            title: qsTr("Name")

            TextField {
                id: person
                Layout.fillWidth: true
                Accessible.name: qsTr("Name")
                onAccepted: unit.forceActiveFocus()
            }
        }
        FormRow {
            title: qsTr("Unit")

            TextField {
                id: unit
                Layout.fillWidth: true
                Accessible.name: qsTr("Unit")
                onAccepted: if (person.text.trim()) root.accept()
            }
        }
    }
    buttons: [
        Button {
            text: qsTr("Later")
            onClicked: root.reject()
        },
        Button {
            primary: true
            text: qsTr("Save")
            enabled: person.text.trim()
            onClicked: root.accept()
        }
    ]
}
