import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// The address of an online map and how fine it gets. Nothing is fetched before it is confirmed.
ColumnLayout {
    id: root

    required property BaseMap baseMap
    readonly property string openStreetMap: "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
    signal accepted(string place)

    spacing: Theme.s1

    RowLayout {
        spacing: Theme.s2

        TextField {
            id: address
            objectName: "baseMapAddress"
            Layout.fillWidth: true
            text: root.baseMap.kind === "online" ? root.baseMap.place : root.baseMap.lastPlace("online") || root.openStreetMap
            placeholderText: "https://…/{z}/{x}/{y}.png"
            onAccepted: root.accepted(text)
        }
        Button {
            primary: root.baseMap.kind !== "online" || root.baseMap.place !== address.text
            text: qsTr("Show")
            onClicked: root.accepted(address.text)
        }
    }
    Label {
        Layout.fillWidth: true
        Layout.maximumWidth: 336
        text: qsTr("{z}, {x}, {y} stand for zoom, column and row; {-y} counts rows from the south, {s} is a, b or c. Mind the terms of the server.")
        quiet: true
        wrapMode: Text.Wrap
        font.pixelSize: Theme.small
    }
    RowLayout {
        visible: root.baseMap.kind === "online"
        spacing: Theme.s2

        Label {
            Layout.fillWidth: true
            text: qsTr("Finest zoom of the server")
        }
        TextField {
            Layout.preferredWidth: 56
            figures: true
            text: root.baseMap.maxZoom
            validator: IntValidator {
                bottom: 1
                top: 24
            }
            Accessible.name: qsTr("Finest zoom of the server")
            onEditingFinished: root.baseMap.maxZoom = Number(text)
        }
    }
}
