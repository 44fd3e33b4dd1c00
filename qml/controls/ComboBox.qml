pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Tuban

/// One of several.
T.ComboBox {
    id: root

    property bool plain: false

    implicitWidth: 180
    implicitHeight: Theme.row
    leftPadding: Theme.s2
    rightPadding: Theme.s2 + Theme.iconSize
    font.family: Theme.family
    font.pixelSize: Theme.base
    focusPolicy: Qt.StrongFocus
    wheelEnabled: false

    contentItem: Label {
        text: root.displayText
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    indicator: Icon {
        x: root.width - width - Theme.s1
        y: (root.height - height) / 2
        icon: "chevron-down"
        color: root.enabled ? Theme.secondary : Theme.disabled
    }
    background: FieldFrame {
        focused: root.visualFocus || root.popup.visible
        hovered: root.hovered
        color: root.plain ? (root.hovered ? Theme.hover : "transparent") : root.enabled ? Theme.field : Theme.canvas
        border.width: focused ? Theme.focusWidth : root.plain ? 0 : 1
    }
    delegate: ListRow {
        required property var model
        required property int index

        width: ListView.view ? ListView.view.width : root.width
        text: model[root.textRole] ?? model.modelData?.[root.textRole] ?? model.modelData ?? ""
        current: root.currentIndex === index
        highlighted: root.highlightedIndex === index
    }
    popup: Popover {
        y: root.height + 2
        width: Math.max(root.width, 120)
        height: Math.min(contentItem.implicitHeight + topPadding + bottomPadding, 320)
        padding: Theme.s1

        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: root.delegateModel
            currentIndex: root.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}
        }
    }
}
