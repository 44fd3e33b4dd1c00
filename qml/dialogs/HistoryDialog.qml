pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tuban
import Tuban.App

/// What was done in this plan, by whom, newest first.
Dialog {
    id: root

    required property Session session
    required property Commands commands

    title: qsTr("History")
    implicitWidth: 600
    implicitHeight: 520

    contentItem: ListView {
        id: list
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        T.ScrollBar.vertical: ScrollBar {}
        model: HistoryModel {
            session: root.session
        }
        delegate: RowLayout {
            id: row
            required property string at
            required property string by
            required property string what
            required property bool undone

            width: ListView.view.width - Theme.s3
            height: Theme.row
            spacing: Theme.s3
            Accessible.role: Accessible.ListItem
            Accessible.name: [at, by, what].join(" ")

            Figure {
                Layout.preferredWidth: 116
                text: row.at
                color: Theme.secondary
            }
            Label {
                Layout.fillWidth: true
                text: row.what
                color: row.undone ? Theme.disabled : Theme.ink
                font.strikeout: row.undone
                elide: Text.ElideRight
            }
            Label {
                text: row.by
                quiet: true
                elide: Text.ElideRight
            }
        }

        EmptyState {
            anchors.centerIn: parent
            width: 300
            visible: list.count === 0
            iconName: "history"
            text: qsTr("Nothing has been done in this plan yet")
        }
    }
    buttons: [
        Button {
            iconName: "undo"
            text: qsTr("Undo the last")
            enabled: root.commands.undo.enabled
            onClicked: root.commands.undo.trigger()
        },
        Button {
            iconName: "redo"
            text: qsTr("Redo")
            enabled: root.commands.redo.enabled
            onClicked: root.commands.redo.trigger()
        }
    ]
}
