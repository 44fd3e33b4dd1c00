import QtQuick
import QtQuick.Layouts
import Tuban

/// Three suggestions over the demo district on the first start.
Item {
    id: root

    required property Commands commands
    signal closed

    implicitWidth: 340
    implicitHeight: column.implicitHeight + 2 * Theme.s3
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("First steps")

    ShadowBox {
        anchors.fill: parent
    }
    ColumnLayout {
        id: column
        x: Theme.s3
        y: Theme.s3
        width: parent.width - 2 * Theme.s3
        spacing: Theme.s1

        RowLayout {
            Label {
                Layout.fillWidth: true
                text: qsTr("This is a demo district")
                font.pixelSize: Theme.body
                strong: true
            }
            IconButton {
                iconName: "close"
                text: qsTr("Close")
                onClicked: root.closed()
            }
        }
        Label {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.s1
            text: qsTr("Its progress is invented. Click a parcel, mark something, undo it: nothing here can be spoilt.")
            quiet: true
            wrapMode: Text.Wrap
        }
        ListRow {
            Layout.fillWidth: true
            iconName: "open"
            text: qsTr("Open a plan of yours")
            onClicked: root.commands.openPlan.trigger()
        }
        ListRow {
            Layout.fillWidth: true
            iconName: "new"
            text: qsTr("Begin a plan and import your parcels")
            onClicked: root.commands.newPlan.trigger()
        }
        ListRow {
            Layout.fillWidth: true
            iconName: "mark"
            text: qsTr("Try it: mark some progress here")
            onClicked: {
                root.commands.markTool.trigger();
                root.closed();
            }
        }
    }
}
