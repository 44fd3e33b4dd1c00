import QtQuick
import QtQuick.Templates as T
import QtLocation
import Tuban

/// Points north however the map is turned; a click turns it north up.
T.AbstractButton {
    id: root

    required property Map map
    required property Commands commands
    readonly property bool turned: map.bearing !== 0 || map.tilt !== 0

    implicitWidth: 32
    implicitHeight: 44
    focusPolicy: Qt.TabFocus
    text: turned ? qsTr("Turn the map north up") : qsTr("North is up")
    Accessible.name: text
    onClicked: commands.north.trigger()

    background: ShadowBox {
        fill: root.down ? Theme.pressed : root.hovered && root.turned ? Theme.hover : Theme.surface

        FocusRing {
            shown: root.visualFocus
            around: Theme.radius
        }
    }
    contentItem: Item {
        Item {
            anchors.fill: parent
            rotation: -root.map.bearing

            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 2
                text: "N"
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.s1
                icon: "north"
                color: root.turned ? Theme.accent : Theme.ink
            }
        }
    }

    ToolTip {
        shown: root.hovered || root.visualFocus
        text: root.text
        keyText: root.turned ? "N" : ""
    }
}
