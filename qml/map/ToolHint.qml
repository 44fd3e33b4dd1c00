import QtQuick
import Tuban

/// One line that says what the next click does; the figure while measuring.
Item {
    id: root

    required property Workspace workspace
    property real maximumWidth: 600
    readonly property bool measuring: workspace.measure.mode !== "none"
    readonly property bool begun: measuring && workspace.measure.points.length > 0
    readonly property string words: {
        switch (workspace.tool) {
        case "box": return qsTr("Drag to the right: what lies inside. To the left: what is touched. Shift adds, Ctrl takes away");
        case "lasso": return workspace.lasso.corners === 0
            ? qsTr("Click the corners round it: to the right for what lies inside, to the left for what is touched")
            : workspace.lasso.touching ? qsTr("Double click selects what is touched. Shift adds, Ctrl takes away, Backspace takes a corner back")
                                       : qsTr("Double click selects what lies inside. Shift adds, Ctrl takes away, Backspace takes a corner back");
        case "zoom": return qsTr("Drag a box: the map zooms to it");
        case "length": return begun ? qsTr("Click adds a point, Backspace takes it back, right click ends, Esc clears")
                                    : qsTr("Click the first point of the line");
        case "area": return begun ? qsTr("Click adds a corner, Backspace takes it back, right click ends, Esc clears")
                                  : qsTr("Click the first corner of the area");
        case "mark": return qsTr("Click the place where you saw it: what lies there is offered, nearest first");
        }
        return "";
    }

    implicitWidth: row.width + 2 * Theme.s3
    implicitHeight: 32
    visible: words

    ShadowBox {
        anchors.fill: parent
    }
    Row {
        id: row
        x: Theme.s3
        height: parent.height
        spacing: Theme.s3

        Label {
            height: parent.height
            visible: root.begun && text
            text: root.workspace.measure.resultText
            strong: true
            font.features: ({"tnum": 1})
        }
        Label {
            height: parent.height
            visible: root.begun && text
            text: root.workspace.measure.methodText
            quiet: true
            font.pixelSize: Theme.small
        }
        Label {
            height: parent.height
            width: Math.min(implicitWidth, root.maximumWidth - 2 * Theme.s3 - x)
            text: root.words
            quiet: root.begun
            font.pixelSize: root.begun ? Theme.small : Theme.base
            elide: Text.ElideRight
        }
    }
}
