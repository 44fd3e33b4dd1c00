import QtQuick
import QtQuick.Templates as T
import Tuban

/// A name and its key, a moment after the pointer rests.
T.ToolTip {
    id: root

    property bool shown: false
    property string keyText

    visible: shown && text
    delay: 500
    timeout: 8000
    popupType: T.Popup.Item
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? parent.height + Theme.s1 : 0
    margins: Theme.s1
    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    horizontalPadding: Theme.s2
    verticalPadding: Theme.s1
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent

    contentItem: Row {
        spacing: Theme.s2

        Label {
            text: root.text
            font.pixelSize: Theme.small
            width: Math.min(implicitWidth, 320)
            wrapMode: Text.Wrap
        }
        Label {
            visible: root.keyText
            text: root.keyText
            quiet: true
            font.pixelSize: Theme.small
        }
    }
    background: ShadowBox {
        corner: Theme.s1
    }
}
