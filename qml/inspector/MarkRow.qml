pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tuban

/// One mark: day, stage and percent, what was said, by whom, with its photos.
ColumnLayout {
    id: root

    required property string onDate
    required property string stageLabel
    required property real percent
    required property string stateLabel
    required property string note
    required property string by
    required property string recordedAt
    required property var photos
    required property var model
    readonly property color tone: {
        switch (model.state) {
        case "slow": return Theme.warn;
        case "halted":
        case "problem": return Theme.bad;
        case "done": return Theme.good;
        }
        return Theme.secondary;
    }
    signal photoWanted(url source)

    spacing: 2

    HLine {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.s1
    }
    RowLayout {
        spacing: Theme.s2

        Label {
            Layout.fillWidth: true
            text: [root.stageLabel, root.percent >= 0 ? qsTr("%1 %").arg(root.percent) : ""].filter(t => t).join(" ")
                  || qsTr("No change")
            font.features: ({"tnum": 1})
            elide: Text.ElideRight
        }
        Badge {
            visible: root.model.state !== "normal"
            text: root.stateLabel
            tone: root.tone
        }
        Figure {
            text: root.onDate
            color: Theme.secondary
        }
    }
    Label {
        Layout.fillWidth: true
        visible: root.note
        text: root.note
        wrapMode: Text.Wrap
    }
    PhotoStrip {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s1
        visible: root.photos.length > 0
        photos: root.photos
        onChosen: source => root.photoWanted(source)
    }
    Label {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.s1
        text: [root.by, root.recordedAt].filter(t => t).join(Theme.dot)
        quiet: true
        font.pixelSize: Theme.small
        elide: Text.ElideRight
    }
}
