pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// The window without a plan: what can be opened or begun here.
Rectangle {
    id: root

    required property Session session
    required property Commands commands

    color: Theme.paper

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(560, root.width - 2 * Theme.s6)
        spacing: Theme.s4

        Label {
            text: qsTr("Tuban")
            font.pixelSize: Theme.display
            strong: true
        }
        Label {
            Layout.fillWidth: true
            Layout.topMargin: -Theme.s2
            text: root.session.busy ? qsTr("Opening…") : qsTr("Parcels, projects and their progress on one map")
            quiet: true
        }
        ProgressLine {
            Layout.fillWidth: true
            visible: root.session.busy
        }
        GridLayout {
            Layout.fillWidth: true
            columns: 3
            columnSpacing: Theme.s3
            enabled: !root.session.busy

            StartCard {
                command: root.commands.newPlan
                detail: qsTr("Then import your parcels")
            }
            StartCard {
                command: root.commands.openPlan
                detail: qsTr("Or drop it on the window")
            }
            StartCard {
                command: root.commands.openDemo
                detail: qsTr("Invented progress, to look around")
            }
        }
        Label {
            Layout.topMargin: Theme.s2
            visible: recent.count > 0
            text: qsTr("Recent plans")
            strong: true
        }
        ListView {
            id: recent
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 6 * 44)
            visible: count > 0
            interactive: contentHeight > height
            clip: true
            model: RecentPlans
            activeFocusOnTab: true
            delegate: RecentRow {
                width: ListView.view.width
                highlighted: ListView.isCurrentItem && ListView.view.activeFocus
                onClicked: root.session.openPlan(path)
            }
        }
    }
}
