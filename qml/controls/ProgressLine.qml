import QtQuick
import Tuban

/// How far a job is; a moving piece where nobody knows.
Rectangle {
    id: root

    property real fraction: -1

    implicitWidth: 120
    implicitHeight: 4
    radius: 2
    color: Theme.pressed
    clip: true
    Accessible.role: Accessible.ProgressBar
    Accessible.name: fraction < 0 ? qsTr("Working") : qsTr("%1 %").arg(Math.round(fraction * 100))

    Rectangle {
        id: part
        readonly property bool unknown: root.fraction < 0

        width: unknown ? root.width / 4 : root.width * Math.min(root.fraction, 1)
        height: parent.height
        radius: 2
        color: Theme.accent

        NumberAnimation on x {
            running: part.unknown && root.visible && !Theme.still
            from: -root.width / 4
            to: root.width
            duration: 1400
            loops: Animation.Infinite
            onStopped: part.x = 0
        }
    }
}
