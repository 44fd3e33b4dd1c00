import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// What this program is, with the versions of what it stands on.
Dialog {
    id: root

    title: qsTr("About Tuban")
    implicitWidth: 440

    contentItem: ColumnLayout {
        spacing: Theme.s3

        Label {
            text: "Tuban 图斑 " + ProgramInfo.version
            font.pixelSize: Theme.display
        }
        Label {
            Layout.fillWidth: true
            text: qsTr("Parcels, projects and their progress on one map. Free software under the GNU GPL, version 3 or later.")
            wrapMode: Text.Wrap
        }
        SelectableText {
            id: surroundings
            Layout.fillWidth: true
            text: ["Tuban " + ProgramInfo.version].concat(Array.from(ProgramInfo.surroundings)).join("\n")
        }
    }
    buttons: [
        Button {
            text: qsTr("Copy diagnostics")
            onClicked: {
                surroundings.selectAll();
                surroundings.copy();
                surroundings.deselect();
            }
        },
        Button {
            primary: true
            text: qsTr("Done")
            onClicked: root.accept()
        }
    ]
}
