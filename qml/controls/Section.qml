import QtQuick
import QtQuick.Layouts
import Tuban

/// A part of a panel that folds under its heading.
ColumnLayout {
    id: root

    property string title
    property string note
    property bool open: true
    default property alias content: inside.data

    spacing: 0

    SectionHead {
        Layout.fillWidth: true
        title: root.title
        note: root.note
        open: root.open
        onClicked: root.open = !root.open
    }
    ColumnLayout {
        id: inside
        Layout.fillWidth: true
        visible: root.open
        spacing: 0
    }
}
