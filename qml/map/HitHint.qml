import QtQuick
import Tuban
import Tuban.App

/// Beside the place of a click where several features lie: which of them is selected. Goes by itself.
Rectangle {
    id: root

    required property Selection selection

    function show(at: point) {
        x = Math.min(at.x + Theme.s3, parent.width - width - Theme.s2);
        y = Math.max(Theme.s2, at.y - height - Theme.s3);
        visible = true;
        life.restart();
    }

    objectName: "hitHint"
    visible: false
    width: words.implicitWidth + 2 * Theme.s2
    height: 24
    radius: Theme.s1
    color: Theme.surface
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Label {
        id: words
        anchors.centerIn: parent
        text: qsTr("%1 / %2 here: click again for the next").arg(root.selection.hitIndex + 1).arg(root.selection.hitCount)
        font.pixelSize: Theme.small
        font.features: ({"tnum": 1})
        Accessible.ignored: true
    }
    Timer {
        id: life
        interval: 3000
        onTriggered: root.visible = false
    }
    Connections {
        target: root.selection

        function onHitsChanged() {
            if (root.selection.hitCount < 2)
                root.visible = false;
        }
    }
}
