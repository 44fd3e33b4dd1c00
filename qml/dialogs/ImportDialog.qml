import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtQuick.Templates as T
import Tuban
import Tuban.App

/// Brings a file into a layer: what it holds, in which coordinates and letters, which field fills which column, and
/// what becomes of what is there already.
Dialog {
    id: root

    required property Session session
    required property TransferController transfer
    property url file
    readonly property ImportChoices choices: ImportChoices {
        id: choices
        transfer: root.transfer
        file: root.file
    }
    readonly property bool ready: file != "" && !transfer.busy && transfer.source.driver && !transfer.source.problem && choices.layer

    function start(source: url, layer: string) {
        choices.reset(layer);
        file = source;
        open();
        if (source == "")
            picker.open();
        else
            choices.look();
    }

    title: qsTr("Import")
    implicitWidth: 880
    implicitHeight: 720
    onAccepted: transfer.startImport(choices.options)

    contentItem: ColumnLayout {
        spacing: Theme.s3

        ImportFileRow {
            Layout.fillWidth: true
            file: root.file
            source: root.transfer.source
            busy: root.transfer.busy
            onFileWanted: picker.open()
        }
        Flickable {
            id: scroll
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.transfer.source.driver && !root.transfer.source.problem
            clip: true
            contentHeight: parts.height
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}

            ColumnLayout {
                id: parts
                width: scroll.width - Theme.s3
                spacing: Theme.s4

                PreviewTable {
                    Layout.fillWidth: true
                    source: root.transfer.source
                }
                ImportReading {
                    Layout.fillWidth: true
                    session: root.session
                    source: root.transfer.source
                    choices: choices
                }
                MappingTable {
                    Layout.fillWidth: true
                    source: root.transfer.source
                    choices: choices
                }
                ImportMeeting {
                    Layout.fillWidth: true
                    source: root.transfer.source
                    choices: choices
                }
            }
        }
        EmptyState {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: Theme.s6
            visible: !root.transfer.source.driver || root.transfer.source.problem
            iconName: root.transfer.source.problem ? "warning" : "import"
            text: root.transfer.source.problem || (root.transfer.busy ? qsTr("Reading the file…") : qsTr("Choose a file, or drop one on the window"))
            detail: root.transfer.busy ? "" : qsTr("Shapefile, GeoPackage and GeoJSON, also inside a zip; workbooks (.xlsx, .xls, .ods)")
            actionText: root.transfer.busy ? "" : qsTr("Choose…")
            onAction: picker.open()
        }
    }
    buttons: [
        Button {
            text: qsTr("Cancel")
            onClicked: root.reject()
        },
        Button {
            id: trial
            text: qsTr("Try without writing")
            enabled: root.ready
            onClicked: root.transfer.startImport(Object.assign({}, choices.options, {dryRun: true}))

            ToolTip {
                y: -height - Theme.s1
                shown: trial.hovered
                text: qsTr("Says what would be new, changed, same and gone; nothing is written")
            }
        },
        Button {
            primary: true
            text: qsTr("Import")
            enabled: root.ready
            onClicked: root.accept()
        }
    ]

    FileDialog {
        id: picker
        nameFilters: [qsTr("Maps and workbooks (*.shp *.gpkg *.geojson *.json *.zip *.xlsx *.xls *.ods)"), qsTr("All files (*)")]
        onAccepted: {
            root.file = selectedFile;
            choices.reset("");
            choices.look();
        }
    }
}
