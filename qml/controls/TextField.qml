import QtQuick
import QtQuick.Templates as T
import Tuban

/// One line of text.
T.TextField {
    id: root

    property bool wrong: false
    property bool figures: false

    implicitWidth: 180
    implicitHeight: Theme.row
    leftPadding: Theme.s2
    rightPadding: Theme.s2
    color: enabled ? Theme.ink : Theme.disabled
    placeholderTextColor: Theme.secondary
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    verticalAlignment: TextInput.AlignVCenter
    horizontalAlignment: figures ? TextInput.AlignRight : TextInput.AlignLeft
    font.family: Theme.family
    font.pixelSize: Theme.base
    Accessible.name: placeholderText

    background: FieldFrame {
        focused: root.activeFocus
        hovered: root.hovered
        wrong: root.wrong
    }

    Label {
        x: root.leftPadding
        width: root.width - root.leftPadding - root.rightPadding
        height: root.height
        visible: !root.length && !root.preeditText && root.placeholderText
        text: root.placeholderText
        quiet: true
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
