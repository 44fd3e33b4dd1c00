import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// Name, kind and stage of the selected feature, and what can be done with it.
ColumnLayout {
    id: root

    required property InspectorModel card
    required property int several
    required property string summary
    property bool writable: true
    property bool markable: true
    signal closeWanted
    signal markWanted
    signal zoomWanted

    spacing: 2

    RowLayout {
        Layout.leftMargin: Theme.s3
        Layout.rightMargin: Theme.s1
        Layout.topMargin: Theme.s2
        spacing: Theme.s1

        Label {
            objectName: "inspectorTitle"
            Layout.fillWidth: true
            text: root.card.title || qsTr("Without a name")
            font.pixelSize: Theme.title
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            color: root.card.title ? Theme.ink : Theme.secondary
        }
        IconButton {
            Layout.alignment: Qt.AlignTop
            iconName: "zoom-selection"
            text: qsTr("Zoom to it")
            keyText: "Ctrl+J"
            onClicked: root.zoomWanted()
        }
        IconButton {
            Layout.alignment: Qt.AlignTop
            iconName: "close"
            text: qsTr("Close")
            keyText: "Esc"
            onClicked: root.closeWanted()
        }
    }
    Label {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s3
        Layout.rightMargin: Theme.s3
        visible: text
        text: root.card.subtitle
        quiet: true
        wrapMode: Text.Wrap
    }
    RowLayout {
        Layout.leftMargin: Theme.s3
        Layout.rightMargin: Theme.s3
        Layout.topMargin: Theme.s1
        Layout.bottomMargin: Theme.s2
        visible: root.markable || root.card.stageText
        spacing: Theme.s2

        Label {
            Layout.fillWidth: true
            text: root.card.stageText || qsTr("No stage yet")
            quiet: !root.card.stageText
            strong: root.card.stageText
            wrapMode: Text.Wrap
        }
        Button {
            visible: root.markable
            enabled: root.writable
            iconName: "mark"
            text: qsTr("Mark progress")
            onClicked: root.markWanted()
        }
    }
    Label {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s3
        Layout.rightMargin: Theme.s3
        Layout.bottomMargin: Theme.s2
        visible: root.several > 1
        text: root.summary
        quiet: true
        font.pixelSize: Theme.small
    }
}
