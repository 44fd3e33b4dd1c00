import QtQuick
import Tuban

/// What a field of any kind stands on.
Rectangle {
    property bool focused: false
    property bool hovered: false
    property bool wrong: false

    radius: Theme.s1
    color: enabled ? Theme.field : Theme.canvas
    border.width: focused ? Theme.focusWidth : 1
    border.color: wrong ? Theme.bad : focused ? Theme.accent : hovered && enabled ? Theme.secondary
                : enabled ? Theme.fieldLine : Theme.line
}
