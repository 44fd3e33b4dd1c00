pragma ComponentBehavior: Bound

import QtQuick
import Tuban

/// The tools of the map.
Item {
    id: root

    required property Commands commands

    implicitWidth: column.width + 2 * Theme.s1
    implicitHeight: column.height + 2 * Theme.s1
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Tools")

    ShadowBox {
        anchors.fill: parent
    }
    Column {
        id: column
        x: Theme.s1
        y: Theme.s1
        spacing: 2

        Repeater {
            model: [root.commands.selectTool, root.commands.boxTool, root.commands.lassoTool, null, root.commands.zoomTool, null,
                root.commands.lengthTool, root.commands.areaTool, null, root.commands.markTool]

            Loader {
                id: place
                required property var modelData

                sourceComponent: place.modelData ? button : gap

                Component {
                    id: button

                    CommandButton {
                        side: 32
                        command: place.modelData
                    }
                }
                Component {
                    id: gap

                    Item {
                        implicitWidth: 32
                        implicitHeight: 5

                        HLine {
                            y: 2
                            width: parent.width
                        }
                    }
                }
            }
        }
    }
}
