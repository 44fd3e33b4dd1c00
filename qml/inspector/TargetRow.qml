import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tuban

/// A target: its name, how far it has come, its light in words, and why.
T.ItemDelegate {
    id: root

    required property int index
    required property string code
    required property string name
    required property string figure
    required property string light
    required property string lightName
    required property string why
    readonly property color tone: {
        switch (light) {
        case "done":
        case "on_plan": return Theme.good;
        case "due": return Theme.warn;
        case "late": return Theme.bad;
        case "badly_late": return Theme.overdue;
        }
        return Theme.secondary;
    }

    Layout.fillWidth: true
    implicitHeight: lines.implicitHeight + 2 * Theme.s2
    padding: Theme.s2
    Accessible.role: Accessible.Button
    Accessible.name: [code, name, figure, lightName, why].join(" ")

    contentItem: ColumnLayout {
        id: lines
        spacing: 2

        RowLayout {
            spacing: Theme.s2

            Label {
                Layout.fillWidth: true
                text: root.code + " " + root.name
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Figure {
                text: root.figure
                Accessible.ignored: true
            }
        }
        RowLayout {
            spacing: Theme.s2

            Badge {
                Layout.alignment: Qt.AlignTop
                text: root.lightName
                tone: root.tone
            }
            Label {
                Layout.fillWidth: true
                text: root.why
                quiet: true
                font.pixelSize: Theme.small
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.s1
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"

        FocusRing {
            shown: root.visualFocus
            around: Theme.s1
            anchors.margins: 0
        }
    }
    ToolTip {
        shown: root.hovered
        text: qsTr("Select all that it counts")
    }
}
