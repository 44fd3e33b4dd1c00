import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tuban

/// The heading of a part that folds.
T.AbstractButton {
    id: root

    required property string title
    property string note
    required property bool open

    implicitHeight: Theme.row
    focusPolicy: Qt.TabFocus
    Accessible.name: title

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
            shown: root.visualFocus
            around: Theme.s1
            anchors.margins: 0
        }
    }
}
