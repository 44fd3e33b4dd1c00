import QtQuick
import QtQuick.Layouts
import Tuban

/// Which file, what kind, how many features.
RowLayout {
    id: root

    required property url file
    required property var source
    required property bool busy
    signal fileWanted

    spacing: Theme.s2

    Icon {
        icon: "open"
        color: Theme.secondary
    }
    Label {
        Layout.preferredWidth: Math.min(implicitWidth, 420)
        text: root.file == "" ? qsTr("No file yet") : decodeURIComponent(String(root.file).split("/").pop())
        strong: root.file != ""
        elide: Text.ElideMiddle
    }
    Label {
        Layout.fillWidth: true
        visible: root.source.driver && !root.busy
        text: [root.source.driver, qsTr("%1 features").arg(Number(root.source.features).toLocaleString(Qt.locale("en"), "f", 0)),
            root.source.geometry].filter(t => t).join(Theme.dot)
        quiet: true
        elide: Text.ElideRight
    }
    ProgressLine {
        visible: root.busy
    }
    Item {
        Layout.fillWidth: true
        visible: !root.source.driver || root.busy
    }
    Button {
        text: qsTr("Choose…")
        onClicked: root.fileWanted()
    }
}
