pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtPositioning
import QtQuick.Templates as T
import Tuban
import Tuban.App

/// Says how far a thing is: what lies there, its stage, percent, state, day, words and photos. One saving is one act.
Rectangle {
    id: root

    required property MarkController mark
    required property bool writable
    signal closeWanted
    signal photosWanted

    PositionSource {
        id: fix
        updateInterval: 1000
        onPositionChanged: {
            if (!active || !position.latitudeValid)
                return;
            active = false;
            const at = position.coordinate;
            root.mark.beginAtFix(at.longitude, at.latitude, position.horizontalAccuracyValid ? position.horizontalAccuracy : 0);
        }
    }

    color: Theme.surface
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Mark progress")

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.leftMargin: Theme.s3
            Layout.rightMargin: Theme.s1
            Layout.preferredHeight: 44
            spacing: Theme.s1

            Label {
                Layout.fillWidth: true
                text: qsTr("Mark progress")
                font.pixelSize: Theme.title
                elide: Text.ElideRight
            }
            Button {
                flat: true
                text: qsTr("Clear")
                onClicked: root.mark.clearDraft()
            }
            IconButton {
                iconName: "close"
                text: qsTr("Close; what you typed is kept")
                keyText: "Esc"
                onClicked: root.closeWanted()
            }
        }
        HLine {
            Layout.fillWidth: true
        }
        Flickable {
            id: scroll
            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: content.height + 2 * Theme.s3
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}

            MarkForm {
                id: content
                x: Theme.s3
                y: Theme.s3
                width: scroll.width - 2 * Theme.s3
                visible: root.mark.candidates.length > 0
                mark: root.mark
                onPhotosWanted: root.photosWanted()
            }
            EmptyState {
                x: Theme.s4
                y: scroll.height / 4
                width: scroll.width - 2 * Theme.s4
                visible: root.mark.candidates.length === 0
                iconName: "mark"
                text: root.mark.active ? qsTr("Nothing that can be marked lies here")
                                       : qsTr("Click the place on the map")
                actionText: !fix.valid ? "" : fix.active ? qsTr("Finding where you are…") : qsTr("Mark where I am")
                onAction: fix.active = true
                detail: qsTr("Parcels, projects, roads, parking and parks can be marked. Zoom in, or click closer to it")
            }
        }
        HLine {
            Layout.fillWidth: true
        }
        MarkFoot {
            Layout.fillWidth: true
            mark: root.mark
            writable: root.writable
        }
    }
}
