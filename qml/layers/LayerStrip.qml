pragma ComponentBehavior: Bound

import QtQuick
import Tuban
import Tuban.App

/// The layer panel folded to signs.
Rectangle {
    id: root

    required property Workspace workspace

    implicitWidth: 40
    color: Theme.surface

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        topPadding: Theme.s1
        spacing: 2

        IconButton {
            iconName: "layers"
            text: qsTr("Unfold the layer panel")
            keyText: "Ctrl+1"
            onClicked: root.workspace.layersOpen = true
        }
        Repeater {
            model: root.workspace.layers

            IconButton {
                id: button
                required property int index
                required property var model

                iconName: ""
                text: (model.visible ? qsTr("Hide %1") : qsTr("Show %1")).arg(model.title)
                onClicked: root.workspace.layers.setVisible(index, !model.visible)

                LayerSign {
                    anchors.centerIn: parent
                    geometry: button.model.geometry
                    colour: button.model.colour
                    opacity: button.model.visible ? 1 : 0.3
                }
            }
        }
    }
}
