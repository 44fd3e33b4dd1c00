import QtQuick
import QtQuick.Templates as T
import Tuban
import Tuban.App

/// The name of the plan; opens the menu.
T.AbstractButton {
    id: root

    required property Session session
    required property Commands commands

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: Theme.row
    leftPadding: Theme.s1
    rightPadding: Theme.s2
    focusPolicy: Qt.StrongFocus
    text: session.open ? session.name : "Tuban"
    Accessible.name: qsTr("Menu of %1").arg(text)
    onClicked: menu.popup(root, 0, height + Theme.s1)

    contentItem: Item {
        implicitWidth: drawing.width + Theme.s2 + name.implicitWidth + (badge.visible ? badge.width + Theme.s2 : 0)

        Icon {
            id: drawing
            anchors.verticalCenter: parent.verticalCenter
            icon: "menu"
        }
        Label {
            id: name
            anchors.left: drawing.right
            anchors.leftMargin: Theme.s2
            anchors.right: badge.visible ? badge.left : parent.right
            anchors.rightMargin: badge.visible ? Theme.s2 : 0
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            font.pixelSize: Theme.body
            strong: true
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Badge {
            id: badge
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: root.session.open && root.session.readOnly
            text: qsTr("Read only")
            tone: Theme.warn
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: menu.visible || root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"

        FocusRing {
            shown: root.visualFocus
        }
    }

    ToolTip {
        shown: root.hovered && !menu.visible && root.session.open
        text: root.session.readOnly ? root.session.readOnlyReason : root.session.path
    }
    PlanMenu {
        id: menu
        commands: root.commands
        session: root.session
    }
}
