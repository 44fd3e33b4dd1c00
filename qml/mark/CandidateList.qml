pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// What lies at the place, nearest first.
ColumnLayout {
    id: root

    required property MarkController mark

    spacing: 2

    Label {
        text: qsTr("What lies here")
        quiet: true
        font.pixelSize: Theme.small
    }
    Repeater {
        model: root.mark.candidates

        ListRow {
            required property int index
            required property var modelData

            Layout.fillWidth: true
            text: modelData.title
            detail: modelData.layerTitle + Theme.dot + modelData.distanceText
            current: modelData.layer === root.mark.subjectLayer && modelData.uid === root.mark.subjectUid
            visible: current || index < 5
            onClicked: root.mark.choose(index)
        }
    }
}
