pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Tuban

/// All commands with their keys, from the one list of commands; and what the mouse does on the map.
Dialog {
    id: root

    required property Commands commands
    readonly property list<string> groups: [commands.planGroup, commands.editGroup, commands.mapGroup, commands.toolGroup,
        commands.tableGroup, commands.windowGroup]
    readonly property var onTheMap: [[qsTr("Drag, middle drag, Space+drag"), qsTr("Pan")], [qsTr("Wheel"), qsTr("Zoom at the pointer")],
        [qsTr("Double click"), qsTr("Zoom in")], [qsTr("Shift+double click, right double click"), qsTr("Zoom out")],
        [qsTr("Shift+drag"), qsTr("Zoom to a box")], [qsTr("Right drag, Ctrl+drag"), qsTr("Turn and tilt")],
        [qsTr("Click again"), qsTr("What lies below")], [qsTr("Alt+click, long press"), qsTr("List what lies here")],
        [qsTr("Shift+click"), qsTr("Add to the selection")], [qsTr("Ctrl+click"), qsTr("Add or take away")],
        ["Alt+1 … Alt+9", qsTr("Themes, in the order of their menu")],
        [qsTr("Box or lasso to the right, to the left"), qsTr("What lies inside, what is touched")],
        [qsTr("Box or lasso with Shift, Ctrl, both"), qsTr("Add, take away, keep what is in both")],
        [qsTr("Arrows"), qsTr("Pan")], ["+, -, PgUp, PgDn", qsTr("Zoom")], ["Home", qsTr("Zoom to everything")],
        [qsTr("Mouse buttons 4, 5"), qsTr("Back, forward")], ["Esc", qsTr("Stop, close the panel")]]

    title: qsTr("Keyboard shortcuts")
    implicitWidth: 760
    implicitHeight: 620

    contentItem: Flickable {
        id: scroll
        clip: true
        contentHeight: flow.height
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        Flow {
            id: flow
            width: scroll.width
            height: childrenRect.height
            flow: Flow.LeftToRight
            spacing: Theme.s6

            Repeater {
                model: root.groups

                KeyGroup {
                    required property string modelData

                    title: modelData
                    rows: Array.from(root.commands.all).filter(command => command.group === modelData && command.keyText)
                          .map(command => [command.keys.join(", "), command.name])
                }
            }
            KeyGroup {
                title: qsTr("On the map")
                rows: root.onTheMap
            }
        }
    }
}
