import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// Saves the mark, or says in one tap that nothing moved; asks when the place is far from the thing.
ColumnLayout {
    id: root

    required property MarkController mark
    required property bool writable
    property string question

    spacing: Theme.s2

    Connections {
        target: root.mark

        function onNeedsConfirmation(text) {
            root.question = text;
        }
        function onSubjectChanged() {
            root.question = "";
        }
        function onCommitted() {
            root.question = "";
        }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.s3
        Layout.bottomMargin: 0
        visible: root.question || (root.mark.problem && root.mark.candidates.length > 0)
        spacing: Theme.s2

        Icon {
            Layout.alignment: Qt.AlignTop
            icon: root.question ? "warning" : "info"
            color: root.question ? Theme.warn : Theme.secondary
        }
        Label {
            Layout.fillWidth: true
            text: root.question || root.mark.problem
            quiet: !root.question
            wrapMode: Text.Wrap
        }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.s3
        Layout.topMargin: root.question || root.mark.problem ? 0 : Theme.s3
        spacing: Theme.s2

        Button {
            id: noChange
            objectName: "noChange"
            iconName: "no-change"
            text: qsTr("No change")
            enabled: root.writable && root.mark.subjectUid && !root.mark.saving
            onClicked: root.mark.noChange()

            ToolTip {
                y: -height - Theme.s1
                shown: noChange.hovered
                text: qsTr("You were there and nothing moved: one tap says so")
            }
        }
        Item {
            Layout.fillWidth: true
        }
        Button {
            objectName: "saveMark"
            primary: true
            text: root.mark.saving ? qsTr("Saving…") : root.question ? qsTr("Save all the same") : qsTr("Save mark")
            enabled: root.writable && root.mark.canCommit && !root.mark.saving
            onClicked: root.mark.commit(root.question !== "")
        }
    }
}
