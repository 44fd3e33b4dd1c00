import QtQuick
import QtQuick.Templates as T
import Tuban

/// A menu of commands.
T.Menu {
    id: root

    popupType: T.Popup.Item
    padding: Theme.s1
    margins: Theme.s2
    overlap: 1
    implicitWidth: 300
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    delegate: MenuItem {}
    background: ShadowBox {}
    contentItem: ListView {
        implicitHeight: contentHeight
        model: root.contentModel
        interactive: contentHeight > height
        clip: interactive
        currentIndex: root.currentIndex
        T.ScrollBar.vertical: ScrollBar {}
    }
}
