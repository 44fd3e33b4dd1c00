import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// Asks for the title of a theme.
Popover {
    id: root

    required property ThemeListModel themes
    property bool refused: false

    implicitWidth: 260
    onOpened: {
        refused = false;
        field.text = "";
        field.forceActiveFocus();
    }

    contentItem: ColumnLayout {
        spacing: Theme.s2

        Label {
            text: qsTr("Title of the theme")
            strong: true
        }
        TextField {
            id: field
            objectName: "themeTitle"
            Layout.fillWidth: true
            Accessible.name: qsTr("Title of the theme")
            onAccepted: keep.clicked()
            onTextChanged: root.refused = false
        }
        Label {
            Layout.fillWidth: true
            visible: root.refused
            text: qsTr("A built-in theme has this title; choose another one.")
            color: Theme.bad
            wrapMode: Text.WordWrap
            font.pixelSize: Theme.small
        }
        Button {
            id: keep
            Layout.alignment: Qt.AlignRight
            primary: true
            text: qsTr("Keep")
            enabled: field.text.trim().length > 0
            onClicked: root.themes.save(field.text) ? root.close() : root.refused = true
        }
    }
}
