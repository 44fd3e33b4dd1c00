import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// What this program is, with the versions of what it stands on.
Dialog {
    id: root

    required property Session session

    title: qsTr("About Tuban")
    implicitWidth: 440

    contentItem: ColumnLayout {
        spacing: Theme.s3

        Label {
            text: "Tuban 图斑 " + root.session.applicationVersion
            font.pixelSize: Theme.display
        }
        Label {
            Layout.fillWidth: true
            text: qsTr("Parcels, projects and their progress on one map. Free software under the GNU GPL, version 3 or later.")
            wrapMode: Text.Wrap
        }
        SelectableText {
            Layout.fillWidth: true
            text: root.session.versionsText
        }
    }
    buttons: [
        Button {
            text: qsTr("Copy diagnostics")
            onClicked: root.session.copyText("Tuban " + root.session.applicationVersion + "\n" + root.session.versionsText)
        },
        Button {
            primary: true
            text: qsTr("Done")
            onClicked: root.accept()
        }
    ]
}
