import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tuban

/// A part of a panel that folds under its heading.
ColumnLayout {
    id: root

    property string title
    property string note
    property bool open: true
    default property alias content: inside.data

    spacing: 0

    T.AbstractButton {
        id: head
        Layout.fillWidth: true
        implicitHeight: Theme.row
        focusPolicy: Qt.TabFocus
        Accessible.name: root.title
        onClicked: root.open = !root.open

        contentItem: RowLayout {
            spacing: Theme.s1

            Icon {
                icon: "chevron-down"
                rotation: root.open ? 0 : -90
                color: Theme.secondary
                sourceSize: Qt.size(Theme.s4, Theme.s4)
            }
            Label {
                text: root.title
                strong: true
                Accessible.ignored: true
            }
            Label {
                Layout.fillWidth: true
                text: root.note
                quiet: true
                font.pixelSize: Theme.small
                horizontalAlignment: Text.AlignRight
                elide: Text.ElideLeft
            }
        }
        background: Item {
            FocusRing {
                shown: head.visualFocus
                around: Theme.s1
                anchors.margins: 0
            }
        }
    }
    ColumnLayout {
        id: inside
        Layout.fillWidth: true
        visible: root.open
        spacing: 0
    }
}
