import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// Language, light or dark, colours of the map, motion. What is chosen is in force at once.
Dialog {
    id: root

    required property LayerListModel layers

    title: qsTr("Settings")
    implicitWidth: 440

    contentItem: ColumnLayout {
        spacing: Theme.s3

        FormRow {
            title: qsTr("Language")

            ComboBox {
                Layout.fillWidth: true
                model: [{code: "system", label: qsTr("As the system")}, {code: "zh", label: "中文"}, {code: "en", label: "English"}]
                textRole: "label"
                valueRole: "code"
                currentIndex: model.findIndex(entry => entry.code === Preferences.language)
                Accessible.name: qsTr("Language")
                onActivated: Preferences.language = currentValue
            }
        }
        FormRow {
            title: qsTr("Light or dark")

            ComboBox {
                Layout.fillWidth: true
                model: [{code: "system", label: qsTr("As the system")}, {code: "light", label: qsTr("Light")}, {code: "dark", label: qsTr("Dark")}]
                textRole: "label"
                valueRole: "code"
                currentIndex: model.findIndex(entry => entry.code === Preferences.theme)
                Accessible.name: qsTr("Light or dark")
                onActivated: Preferences.theme = currentValue
            }
        }
        FormRow {
            title: qsTr("Colours of the map")

            ComboBox {
                Layout.fillWidth: true
                model: [{code: "standard", label: qsTr("As the standards say")}, {code: "safe", label: qsTr("For any colour vision")},
                    {code: "grey", label: qsTr("Greys, for print")}]
                textRole: "label"
                valueRole: "code"
                currentIndex: model.findIndex(entry => entry.code === root.layers.colours)
                Accessible.name: qsTr("Colours of the map")
                onActivated: root.layers.colours = currentValue
            }
        }
        FormRow {
            title: qsTr("Motion")

            CheckBox {
                text: qsTr("Move nothing by itself")
                checked: Theme.still
                onToggled: Theme.still = checked
            }
        }
    }
    buttons: [
        Button {
            primary: true
            text: qsTr("Done")
            onClicked: root.accept()
        }
    ]
}
