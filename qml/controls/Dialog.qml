import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tuban

/// A sheet in the middle of the window that asks for something. Its buttons stand in `buttons`.
T.Dialog {
    id: root

    property list<Item> buttons
    property alias aside: asideRow.data

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    popupType: T.Popup.Item
    padding: Theme.s4
    topPadding: Theme.s1
    width: Math.min(implicitWidth, parent ? parent.width - 2 * Theme.s6 : implicitWidth)
    height: Math.min(implicitHeight, parent ? parent.height - 2 * Theme.s6 : implicitHeight)
    implicitWidth: 480
    implicitHeight: implicitContentHeight + topPadding + bottomPadding + implicitHeaderHeight + implicitFooterHeight
    closePolicy: T.Popup.CloseOnEscape

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: ShadowBox {
        corner: Theme.s2
    }
    header: Item {
        implicitHeight: 48

        Label {
            anchors.left: parent.left
            anchors.leftMargin: Theme.s4
            anchors.right: close.left
            anchors.verticalCenter: parent.verticalCenter
            text: root.title
            font.pixelSize: Theme.title
            elide: Text.ElideRight
        }
        IconButton {
            id: close
            anchors.right: parent.right
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            iconName: "close"
            text: qsTr("Close")
            keyText: "Esc"
            onClicked: root.reject()
        }
    }
    footer: Item {
        visible: root.buttons.length > 0
        implicitHeight: visible ? 52 : 0

        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.s4
            anchors.rightMargin: Theme.s4
            spacing: Theme.s2

            RowLayout {
                id: asideRow
                Layout.fillWidth: true
                spacing: Theme.s2
            }
            Row {
                spacing: Theme.s2
                data: root.buttons
            }
        }
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.quick
            easing.type: Easing.OutQuad
        }
    }
    exit: Transition {
        NumberAnimation {
            property: "opacity"
            to: 0
            duration: Theme.quick
        }
    }
}
