pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Tuban
import Tuban.App

/// Hands layers on as files: for whom, which layers, coordinates; says what the format cannot hold before writing.
Dialog {
    id: root

    required property Session session
    required property LayerListModel layers
    required property TransferController transfer
    readonly property ExportChoices choices: ExportChoices {
        id: choices
        session: root.session
    }

    function start(layer: string) {
        choices.layers = layer ? [layer] : Array.from(root.session.layers, item => item.name);
        open();
    }

    title: qsTr("Export")
    implicitWidth: 640

    contentItem: ColumnLayout {
        spacing: Theme.s3

        FormRow {
            title: qsTr("For whom")

            ColumnLayout {
                spacing: 0

                Repeater {
                    model: choices.presets

                    RadioButton {
                        required property var modelData

                        Layout.fillWidth: true
                        text: modelData.title
                        detail: modelData.detail
                        checked: choices.preset === modelData.code
                        onClicked: choices.preset = modelData.code
                    }
                }
            }
        }
        FormRow {
            title: qsTr("Layers")
            note: choices.layers.length === 0 ? qsTr("Choose at least one layer") : ""

            Flow {
                Layout.fillWidth: true
                spacing: 6

                Repeater {
                    model: root.layers

                    Chip {
                        required property string name
                        required property string title
                        required property int count

                        visible: count > 0
                        text: title + " " + count.toLocaleString(Qt.locale("en"), "f", 0)
                        on: choices.layers.includes(name)
                        onClicked: choices.toggle(name)
                    }
                }
            }
        }
        FormRow {
            title: qsTr("Coordinates")

            CrsChoice {
                Layout.fillWidth: true
                enabled: !choices.fixedCrs
                withDegrees: true
                firstLabel: choices.fixedCrs ? qsTr("WGS 84, degrees, as GeoJSON wants it") : qsTr("As in the plan: %1").arg(root.session.crsName)
                code: choices.crs
                onChosen: code => choices.crs = code
            }
        }
        FormRow {
            title: qsTr("Field names")

            ComboBox {
                Layout.preferredWidth: 180
                model: [{code: "pinyin", label: qsTr("Pinyin")}, {code: "english", label: qsTr("English")}, {code: "chinese", label: qsTr("Chinese")}]
                textRole: "label"
                valueRole: "code"
                currentIndex: model.findIndex(entry => entry.code === choices.names)
                Accessible.name: qsTr("Field names")
                onActivated: choices.names = currentValue
            }
            Label {
                text: qsTr("Cells")
                quiet: true
            }
            ComboBox {
                Layout.preferredWidth: 180
                model: [{code: "label", label: qsTr("Words (在建)")}, {code: "code", label: qsTr("Codes (building)")}]
                textRole: "label"
                valueRole: "code"
                currentIndex: model.findIndex(entry => entry.code === choices.values)
                Accessible.name: qsTr("Cells")
                onActivated: choices.values = currentValue
            }
        }
        RowLayout {
            Layout.fillWidth: true
            visible: choices.limits
            spacing: Theme.s2

            Icon {
                Layout.alignment: Qt.AlignTop
                icon: "info"
                color: Theme.secondary
            }
            Label {
                Layout.fillWidth: true
                text: choices.limits
                quiet: true
                font.pixelSize: Theme.small
                wrapMode: Text.Wrap
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
            text: qsTr("Export…")
            enabled: choices.layers.length > 0
            onClicked: choices.intoFolder ? folder.open() : file.open()
        }
    ]

    function write(target: url) {
        choices.remember();
        transfer.startExport(Object.assign({target: String(target)}, choices.options));
        accept();
    }

    FileDialog {
        id: file
        fileMode: FileDialog.SaveFile
        defaultSuffix: choices.format
        nameFilters: ["*." + choices.format]
        onAccepted: root.write(selectedFile)
    }
    FolderDialog {
        id: folder
        onAccepted: root.write(selectedFolder)
    }
}
