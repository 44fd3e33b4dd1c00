import QtQuick
import QtQuick.Layouts
import Tuban

/// One long job.
ColumnLayout {
    id: root

    required property int index
    required property string title
    required property real fraction
    required property string step
    required property string resultText
    required property var model
    readonly property string outcome: model.state
    readonly property bool running: outcome === "running"
    signal stopWanted

    spacing: 2

    RowLayout {
        spacing: Theme.s2

        Icon {
            icon: root.running ? "saving" : root.outcome === "done" ? "saved" : root.outcome === "failed" ? "error" : "stop"
            color: root.running ? Theme.accent : root.outcome === "done" ? Theme.good
                 : root.outcome === "failed" ? Theme.bad : Theme.secondary
        }
        Label {
            Layout.fillWidth: true
            text: root.title
            elide: Text.ElideMiddle
        }
        IconButton {
            visible: root.running
            side: 24
            iconName: "stop"
            text: qsTr("Stop")
            onClicked: root.stopWanted()
        }
    }
    ProgressLine {
        Layout.fillWidth: true
        visible: root.running
        fraction: root.fraction
    }
    Label {
        Layout.fillWidth: true
        visible: text
        text: root.running ? root.step : root.resultText
        quiet: true
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
        maximumLineCount: 4
        elide: Text.ElideRight
    }
}
