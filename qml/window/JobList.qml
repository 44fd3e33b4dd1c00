pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// Long jobs: how far, how long, stop, and what came of them.
Item {
    id: root

    required property JobListModel jobs

    implicitWidth: 300
    implicitHeight: column.implicitHeight + 2 * Theme.s2
    visible: list.count > 0

    ShadowBox {
        anchors.fill: parent
    }
    ColumnLayout {
        id: column
        x: Theme.s3
        y: Theme.s2
        width: parent.width - 2 * Theme.s3
        spacing: Theme.s2

        RowLayout {
            Label {
                Layout.fillWidth: true
                text: qsTr("Jobs")
                strong: true
            }
            Button {
                flat: true
                text: qsTr("Clear")
                onClicked: root.jobs.clearDone()
            }
        }
        Repeater {
            id: list
            model: root.jobs

            JobRow {
                Layout.fillWidth: true
                onStopWanted: root.jobs.cancel(index)
            }
        }
    }
}
