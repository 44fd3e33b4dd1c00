pragma ComponentBehavior: Bound

import QtQuick
import Tuban

/// One of a few, as chips; arrows move between them.
Column {
    id: root

    required property string title
    required property var choices ///< [{code, label}]
    required property string code
    signal chosen(string code)

    spacing: Theme.s1
    visible: choices.length > 0
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    Label {
        text: root.title
        quiet: true
        font.pixelSize: Theme.small
    }
    Flow {
        width: parent.width
        spacing: 6

        Repeater {
            model: root.choices

            Chip {
                required property var modelData

                objectName: "chip_" + modelData.code
                text: modelData.label
                on: modelData.code === root.code
                leftPadding: Theme.s2 + 2
                rightPadding: Theme.s2 + 2
                onClicked: root.chosen(on ? "" : modelData.code)
                Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onLeftPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            }
        }
    }
}
