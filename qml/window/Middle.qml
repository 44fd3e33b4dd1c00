pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tuban
import Tuban.App

/// The middle of the window: the map, the table, or the table under the map.
Item {
    id: root

    required property Session session
    required property Workspace workspace
    required property Commands commands
    readonly property alias bar: messages
    readonly property int freeTop: Theme.s3 + (workspace.page === 0 && workspace.tool !== "select" ? 40 : 0) ///< below the hint
    signal xlsxWanted(AttributeTable table)
    signal actionWanted(string actionId)

    Basic.SplitView {
        id: split
        anchors.fill: parent
        orientation: Qt.Vertical
        handle: SplitHandle {}

        MapPage {
            id: mapPage
            Basic.SplitView.fillHeight: true
            Basic.SplitView.minimumHeight: 200
            visible: root.workspace.page === 0
            session: root.session
            workspace: root.workspace
            commands: root.commands
        }
        Loader {
            Basic.SplitView.preferredHeight: Number(Preferences.value("window/table", 280))
            Basic.SplitView.minimumHeight: 160
            Basic.SplitView.fillHeight: root.workspace.page === 1
            visible: active
            active: root.workspace.page === 1 || root.workspace.tableBeside
            onHeightChanged: if (root.workspace.page === 0 && active && height > 160) Preferences.setValue("window/table", height)
            sourceComponent: TablePage {
                session: root.session
                workspace: root.workspace
                beside: root.workspace.page === 0
                onXlsxWanted: table => root.xlsxWanted(table)
            }
        }
    }
    FirstSteps {
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3 + 40
        y: jobs.visible ? jobs.y + jobs.height + Theme.s2 : jobs.y
        visible: root.workspace.page === 0 && root.session.stamp && !root.workspace.panel && !root.workspace.stepsClosed
        commands: root.commands
        onClosed: root.workspace.stepsClosed = true
    }
    JobList {
        id: jobs
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3 + (root.workspace.page === 0 ? 40 : 0)
        y: root.freeTop + (messages.visible ? messages.height + Theme.s2 : 0)
        jobs: root.workspace.transfer.jobs
    }
    Messages {
        id: messages
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.freeTop
        onActionWanted: actionId => root.actionWanted(actionId)
    }
}
