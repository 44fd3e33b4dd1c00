import QtQuick
import QtQuick.Templates as T
import Tuban

/// Places in the middle of the window.
T.TabBar {
    id: root

    implicitHeight: Theme.row
    implicitWidth: contentWidth
    spacing: Theme.s1
    contentItem: ListView {
        model: root.contentModel
        currentIndex: root.currentIndex
        spacing: root.spacing
        orientation: ListView.Horizontal
        boundsBehavior: Flickable.StopAtBounds
        implicitHeight: Theme.row
    }
}
