import QtQuick
import QtQuick.Templates as T
import Tuban

/// A photo in small.
T.AbstractButton {
    id: root

    required property url source
    property bool removable: false
    signal removed

    implicitWidth: 72
    implicitHeight: 72
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("Photo")
    Keys.onDeletePressed: if (removable) root.removed()

    contentItem: Rectangle {
        radius: Theme.s1
        color: Theme.pressed
        clip: true

        Icon {
            anchors.centerIn: parent
            visible: picture.status !== Image.Ready
            icon: "photo"
            color: Theme.secondary
        }
        Image {
            id: picture
            anchors.fill: parent
            source: root.source
            sourceSize: Qt.size(320, 320)
            fillMode: Image.PreserveAspectCrop
            asynchronous: true
        }
    }
    background: Item {
        FocusRing {
            shown: root.visualFocus
            around: Theme.s1
        }
    }

    IconButton {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 2
        visible: root.removable
        side: 22
        iconName: "close"
        text: qsTr("Remove the photo")
        focusPolicy: Qt.NoFocus
        onClicked: root.removed()
        background: Rectangle {
            radius: Theme.s1
            color: Theme.tinted(Theme.surface, 0.85)
        }
    }
}
