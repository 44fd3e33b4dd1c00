pragma ComponentBehavior: Bound

import QtQuick
import Tuban

/// Photos that go with the mark: dropped here or taken from a dialog.
Column {
    id: root

    required property var photos ///< [{url, name}]
    signal added(list<url> urls)
    signal removed(int index)
    signal filesWanted

    spacing: Theme.s2

    DropArea {
        width: parent.width
        height: 64
        keys: ["text/uri-list"]
        onEntered: drag => drag.accepted = drag.hasUrls
        onDropped: drop => {
            root.added(drop.urls);
            drop.accept();
        }

        Rectangle {
            anchors.fill: parent
            radius: Theme.radius
            color: parent.containsDrag ? Theme.chosen : Theme.canvas
            border.width: 1
            border.color: parent.containsDrag ? Theme.accent : Theme.fieldLine
        }
        Button {
            anchors.centerIn: parent
            flat: true
            iconName: "photo"
            text: qsTr("Drop photos here or choose…")
            onClicked: root.filesWanted()
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.s1
        visible: root.photos.length > 0

        Repeater {
            model: root.photos

            Thumbnail {
                required property int index
                required property var modelData

                source: modelData.url
                removable: true
                Accessible.name: modelData.name
                onRemoved: root.removed(index)
            }
        }
    }
}
