pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tuban

/// What came of an import or export: figures first, then each thing that was changed or lost.
Dialog {
    id: root

    property var report ///< transferReport
    property bool figures: true
    property bool undoable: false
    signal undoWanted

    function show(outcome: var, isImport: bool) {
        report = outcome;
        figures = isImport;
        undoable = isImport && !outcome.dryRun && outcome.written > 0;
        title = !isImport ? qsTr("Exported") : outcome.dryRun ? qsTr("What the import would do") : qsTr("Imported");
        open();
    }

    implicitWidth: 600

    contentItem: ColumnLayout {
        spacing: Theme.s3

        Row {
            visible: root.figures
            spacing: Theme.s6

            Repeater {
                model: root.report ? [[root.report.added, qsTr("new")], [root.report.changed, qsTr("changed")],
                    [root.report.same, qsTr("same")], [root.report.gone, qsTr("gone from the file")]] : []

                Column {
                    id: figure
                    required property var modelData

                    Label {
                        text: Number(figure.modelData[0]).toLocaleString(Qt.locale("en"), "f", 0)
                        font.pixelSize: Theme.display
                        font.features: ({"tnum": 1})
                    }
                    Label {
                        text: figure.modelData[1]
                        quiet: true
                    }
                }
            }
        }
        Label {
            Layout.fillWidth: true
            text: root.report?.summary ?? ""
            wrapMode: Text.Wrap
        }
        Flickable {
            id: scroll
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(details.height, 280)
            visible: details.text
            clip: true
            contentHeight: details.height
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}

            SelectableText {
                id: details
                width: scroll.width - Theme.s3
                text: Array.from(root.report?.files ?? []).concat(Array.from(root.report?.details ?? [])).join("\n")
            }
        }
    }
    buttons: [
        Button {
            visible: root.undoable
            iconName: "undo"
            text: qsTr("Undo")
            onClicked: {
                root.undoWanted();
                root.close();
            }
        },
        Button {
            primary: true
            text: qsTr("Done")
            onClicked: root.accept()
        }
    ]
}
