import QtQuick
import QtQuick.Layouts
import Tuban

/// A question and the field that answers it, in a dialog.
RowLayout {
    id: root

    property string title
    property string note
    property int titleWidth: 132
    default property alias content: inside.data

    spacing: Theme.s3

    Label {
        Layout.preferredWidth: root.titleWidth
        Layout.alignment: Qt.AlignTop
        Layout.preferredHeight: Theme.row
        text: root.title
        quiet: true
        elide: Text.ElideRight
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        RowLayout {
            id: inside
            Layout.fillWidth: true
            spacing: Theme.s2
        }
        Label {
            Layout.fillWidth: true
            visible: root.note
            text: root.note
            quiet: true
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
        }
    }
}
