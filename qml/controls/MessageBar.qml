import QtQuick
import QtQuick.Layouts
import Tuban

/// A message with something to do about it; it goes away by itself unless it is bad news.
Item {
    id: root

    property string text
    property string detail
    property string actionText
    property bool bad: false
    property bool unfolded: false
    signal action
    signal closed

    implicitHeight: column.implicitHeight + 2 * Theme.s1
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    ShadowBox {
        anchors.fill: parent
    }
    Rectangle {
        x: 1
        y: 1
        width: Theme.s1
        height: parent.height - 2
        topLeftRadius: Theme.radius - 1
        bottomLeftRadius: Theme.radius - 1
        color: root.bad ? Theme.bad : Theme.accent
    }
    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.s4
        anchors.rightMargin: Theme.s1
        y: Theme.s1
        spacing: 0

        RowLayout {
            spacing: Theme.s1

            Label {
                objectName: "sentence"
                Layout.fillWidth: true
                Layout.topMargin: Theme.s1
                Layout.bottomMargin: Theme.s1
                text: root.text
                wrapMode: Text.Wrap
            }
            Button {
                objectName: "details"
                visible: root.detail
                flat: true
                text: root.unfolded ? qsTr("Less") : qsTr("Details")
                onClicked: root.unfolded = !root.unfolded
            }
            Button {
                objectName: "action"
                visible: root.actionText
                flat: true
                text: root.actionText
                onClicked: root.action()
            }
            IconButton {
                iconName: "close"
                text: qsTr("Close")
                onClicked: root.closed()
            }
        }
        SelectableText {
            Layout.fillWidth: true
            Layout.rightMargin: Theme.s2
            Layout.bottomMargin: Theme.s2
            visible: root.unfolded
            text: root.detail
        }
    }
}
