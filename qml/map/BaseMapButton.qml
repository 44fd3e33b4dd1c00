import QtQuick
import Tuban
import Tuban.App

/// Opens the choice of what lies under the plan.
Item {
    id: root

    required property BaseMap baseMap
    required property Commands commands

    implicitWidth: 36
    implicitHeight: 36

    ShadowBox {
        anchors.fill: parent
    }
    IconButton {
        objectName: "baseMapButton"
        anchors.centerIn: parent
        side: 32
        iconName: "base-map"
        text: qsTr("Base map and grid")
        on: root.baseMap.shown || choice.opened
        inkColour: root.baseMap.problem ? Theme.bad : Theme.ink
        onClicked: choice.opened ? choice.close() : choice.open()
    }
    BaseMapPopover {
        id: choice
        x: -width - Theme.s2
        y: 0
        baseMap: root.baseMap
        commands: root.commands
    }
}
