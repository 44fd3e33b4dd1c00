import QtQuick
import Tuban

/// What stands where a list is empty: what would fill it, and the offer to do so.
Column {
    id: root

    property string iconName
    property string text
    property string detail
    property string actionText
    signal action

    spacing: Theme.s2

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.iconName
        icon: root.iconName
        sourceSize: Qt.size(32, 32)
        color: Theme.disabled
    }
    Label {
        width: parent.width
        text: root.text
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    Label {
        width: parent.width
        visible: root.detail
        text: root.detail
        quiet: true
        font.pixelSize: Theme.small
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    Button {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.actionText
        text: root.actionText
        onClicked: root.action()
    }
}
