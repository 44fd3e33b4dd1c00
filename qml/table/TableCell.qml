import QtQuick
import Tuban

/// One value of the table.
Rectangle {
    id: root

    required property int row
    required property int column
    required property string display
    required property bool alignRight
    required property bool selected
    signal clicked(int row, int modifiers)
    signal opened(int row)
    signal menuWanted(int row)

    implicitHeight: Theme.row
    implicitWidth: 100
    color: selected ? Theme.chosen : row % 2 ? Theme.tinted(Theme.canvas, Theme.dark ? 0.4 : 0.55) : Theme.surface
    Accessible.role: Accessible.Cell
    Accessible.name: display
    Accessible.selected: selected

    Label {
        anchors.fill: parent
        anchors.leftMargin: Theme.s2
        anchors.rightMargin: Theme.s2
        text: root.display
        horizontalAlignment: root.alignRight ? Text.AlignRight : Text.AlignLeft
        elide: Text.ElideRight
        font.features: ({"tnum": 1})
        Accessible.ignored: true
    }
    TapHandler {
        onTapped: root.clicked(root.row, point.modifiers)
        onDoubleTapped: root.opened(root.row)
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: root.menuWanted(root.row)
    }
}
