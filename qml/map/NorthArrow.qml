import QtQuick
import Tuban

/// North is up.
Item {
    implicitWidth: 32
    implicitHeight: 44
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("North is up")

    ShadowBox {
        anchors.fill: parent
    }
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
    }
}
